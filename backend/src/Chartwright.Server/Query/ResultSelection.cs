using Chartwright.Core.Queries;
using Chartwright.Server.Problems;

namespace Chartwright.Server.Query;

/// <summary>Which part of a result is asked for, and how.</summary>
/// <param name="Format"><c>json</c>, <c>csv</c>, <c>parquet</c> or <c>xlsx</c>: all rows as a file.</param>
/// <param name="Name">With <c>format</c>: what the file is called, without its ending.</param>
/// <param name="Points">Rows at most, 10 to 20,000, chosen so that a chart of them looks like one of all.</param>
/// <param name="X">With <c>points</c>: the column along the axis; the first date or time when absent.</param>
/// <param name="Y">With <c>points</c>: the columns drawn, one a field; all numbers when absent.</param>
/// <param name="Series">With <c>points</c>: the column whose values are lines of their own.</param>
/// <param name="Aggregate"><c>sum</c> when <c>y</c> may be added up: the categories left out then become one row.</param>
/// <param name="Offset">Rows of the whole result to pass over.</param>
/// <param name="Limit">Rows of a page, 1 to 100,000; 1,000 when absent.</param>
internal readonly record struct ResultSelection(
    string? Format, string? Name, int? Points, string? X, string[]? Y, string? Series, string? Aggregate, long? Offset, int? Limit)
{
    public SampleRequest? ToSample()
    {
        if (Points is not { } points)
        {
            return X is null && Y is null or [] && Series is null && Aggregate is null ? null : throw Refuse.Invalid("\"x\", \"y\", \"series\" and \"aggregate\" go with \"points\".");
        }
        if (Format is not null || Offset is not null || Limit is not null) throw Refuse.Invalid("\"points\" goes with neither \"format\" nor \"offset\" and \"limit\".");
        if (Aggregate is not (null or "sum")) throw Refuse.Invalid("\"aggregate\" must be sum.");
        return new(points, X, Y, Series, Aggregate == "sum");
    }

    public ResultFormat? ToFormat() => Format switch
    {
        null => null,
        "json" => ResultFormat.Json,
        "csv" => ResultFormat.Csv,
        "parquet" => ResultFormat.Parquet,
        "xlsx" => ResultFormat.Xlsx,
        _ => throw Refuse.Invalid("\"format\" must be json, csv, parquet or xlsx."),
    };

    public (long Offset, int Limit)? ToPage()
    {
        if (Offset is null && Limit is null) return null;
        if (Format is not null) throw Refuse.Invalid("\"offset\" and \"limit\" go without \"format\".");
        if (Offset is < 0) throw Refuse.Invalid("\"offset\" must not be negative.");
        if (Limit is < 1 or > QueryRequest.MaxLimit) throw Refuse.Invalid($"\"limit\" must be between 1 and {QueryRequest.MaxLimit:N0}.");
        return (Offset ?? 0, Limit ?? QueryRequest.DefaultLimit);
    }
}
