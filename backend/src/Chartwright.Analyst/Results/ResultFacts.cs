using System.Globalization;
using System.Text.Json;

namespace Chartwright.Analyst.Results;

/// <summary>Range and counts of one result column, over all returned rows.</summary>
internal sealed record ColumnFacts(string Name, double? Min, double? Max, long Distinct, long Nulls);

/// <summary>What the tool said about a result: the only source of numbers in an answer.</summary>
/// <param name="Rows">The first rows, at most 20.</param>
/// <param name="HasAllRows">True when <paramref name="Rows"/> are all there are.</param>
internal sealed record ResultFacts(IReadOnlyList<string> Columns, long RowCount, IReadOnlyList<IReadOnlyList<JsonElement>> Rows, bool HasAllRows, IReadOnlyDictionary<string, ColumnFacts> Profile, bool Truncated)
{
    public JsonElement? Value(int row, string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == column && row < Rows.Count && i < Rows[row].Count) return Rows[row][i];
        return null;
    }

    public double? Number(int row, string column) => Value(row, column) is { } value ? Number(value) : null;

    public string Text(int row, string column) => Value(row, column) is { } value ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "(none)",
        _ => value.GetRawText(),
    } : "";

    /// <summary>Numbers too wide for JSON's readers arrive as strings.</summary>
    public static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}

/// <summary>A failed call: the tool's code and words.</summary>
internal sealed record ToolFailure(string Code, string Message);
