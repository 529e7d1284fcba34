using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Catalog;
using Chartwright.Query.Guard;
using Chartwright.Query.Results.Files;

namespace Chartwright.Query.Results.Samples;

/// <summary>The columns a sample is made by.</summary>
/// <param name="X">The axis; null when nothing orders the rows.</param>
/// <param name="SeriesCandidates">Texts of which the first with few values parts the rows into lines; one that was named is alone here.</param>
internal sealed record SampleColumns(StoredColumn? X, IReadOnlyList<StoredColumn> Y, IReadOnlyList<StoredColumn> SeriesCandidates)
{
    public bool IsOrdered => X is not null && IsAxis(X.Type);

    /// <exception cref="QueryException"><see cref="ErrorCode.UnknownColumn"/>, or a column of <c>y</c> holds no numbers.</exception>
    public static SampleColumns Choose(StoredResult stored, SampleRequest request)
    {
        var columns = stored.Manifest.Columns;
        var x = request.X is { } name ? Find(stored, name) : AxisOf(columns);
        var y = request.Y is { Count: > 0 } names
            ? [.. names.Select(drawn => Find(stored, drawn))]
            : columns.Where(column => IsNumber(column.Type) && column != x).ToArray();
        if (y.FirstOrDefault(column => !IsNumber(column.Type)) is { } wrong)
            throw new QueryException(ErrorCode.InvalidRequest, $"The column \"{wrong.Name}\" holds no numbers to draw.");
        IReadOnlyList<StoredColumn> series = request switch
        {
            { Series: { } named } => [Find(stored, named)],
            { X: not null } when x is null || !IsAxis(x.Type) => [],
            _ => [.. columns.Where(column => TypeKinds.IsText(column.Type) && column != x)],
        };
        return new(x, y, series);
    }

    /// <summary>A value on the axis as a DOUBLE, or NULL where it has no place on it.</summary>
    public static string Position(StoredColumn x)
    {
        var value = x.Read();
        return TypeKinds.IsTime(x.Type) ? $"CASE WHEN {IsFinite(x, value)} THEN epoch({value}) END" : $"CASE WHEN isfinite({value}::DOUBLE) THEN {value}::DOUBLE END";
    }

    /// <summary>A drawn value, or NULL where a chart shows a gap.</summary>
    public static string Drawn(StoredColumn y) => y.Type is "FLOAT" or "DOUBLE" ? $"CASE WHEN isfinite({y.Read()}) THEN {y.Read()} END" : y.Read();

    private static string IsFinite(StoredColumn x, string value) => x.Type.StartsWith("TIME", StringComparison.Ordinal) && !x.Type.StartsWith("TIMESTAMP", StringComparison.Ordinal)
        ? $"{value} IS NOT NULL"
        : $"isfinite({value})";

    /// <summary>What a chart of such columns has along its axis: a date or time; else of two or three numbers with at most one text, as scatters have them, the first; else a text before the numbers.</summary>
    private static StoredColumn? AxisOf(IReadOnlyList<StoredColumn> columns)
    {
        if (columns.FirstOrDefault(column => TypeKinds.IsTime(column.Type)) is { } time) return time;
        var numbers = columns.Count(column => IsNumber(column.Type));
        if (numbers is 2 or 3 && columns.Count - numbers <= 1 && IsNumber(columns[0].Type)) return columns[0];
        return columns.FirstOrDefault(column => TypeKinds.IsText(column.Type) || IsNumber(column.Type)) is { } first && TypeKinds.IsText(first.Type) ? first : null;
    }

    private static bool IsAxis(string type) => TypeKinds.IsTime(type) || IsNumber(type);

    private static bool IsNumber(string type) => TypeKinds.IsNumber(type) && type != "BIGNUM";

    private static StoredColumn Find(StoredResult stored, string name) =>
        stored.FindColumn(name) ?? throw new QueryException(ErrorCode.UnknownColumn, $"The result has no column \"{name}\".")
        {
            Details = new Dictionary<string, object?> { ["name"] = name, ["candidates"] = NearNames.Find(name, stored.Manifest.Columns.Select(column => column.Name)) },
        };
}
