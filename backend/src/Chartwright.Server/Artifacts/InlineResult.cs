using System.Text.Json;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Chartwright.Server.Problems;

namespace Chartwright.Server.Artifacts;

/// <summary>Rows that are given with an artifact: every row must have one value per column.</summary>
internal static class InlineResult
{
    private const int MaxBytes = 8 * 1024 * 1024;
    private const int MaxColumns = 500;

    public static ArtifactQuery Create(ArtifactResultInput input)
    {
        if (input.Columns is not { Count: > 0 and <= MaxColumns } columns) throw Refuse.Invalid($"Result \"{input.Name}\" needs \"columns\" for its rows.");
        foreach (var column in columns)
        {
            Refuse.Name(column.Name, "columns.name");
            Refuse.Name(column.Type, "columns.type");
        }
        var rows = input.Rows!;
        for (var row = 0; row < rows.Count; row++)
            if (rows[row]?.Count != columns.Count) throw Refuse.Invalid($"Row {row + 1} of \"{input.Name}\" does not have one value for each of the {columns.Count} columns.");
        var json = JsonSerializer.SerializeToUtf8Bytes(rows, ChartwrightJson.Options);
        if (json.Length > MaxBytes) throw Refuse.Invalid($"Result \"{input.Name}\" is larger than {MaxBytes / (1024 * 1024)} MB; load it as a dataset.");
        return new(input.Name, Sql: null, "inline", QueryParams.Empty, columns, CacheKey: null) { InlineRows = new RawJson(json) };
    }
}
