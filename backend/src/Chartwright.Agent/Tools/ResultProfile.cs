using System.Globalization;
using System.Text.Json;
using Chartwright.Core.Queries;

namespace Chartwright.Agent.Tools;

/// <summary>One column of a result, computed over the rows that were returned.</summary>
/// <param name="Min">As it stands in the rows; null when every value is null.</param>
/// <param name="Distinct">Different values that are not null.</param>
internal sealed record ColumnSummary(string Column, string? Min, string? Max, long Distinct, long Nulls, bool IsNumeric);

/// <summary>Facts about a result that the model may state without seeing its rows.</summary>
internal sealed class ResultProfile
{
    private readonly ResultColumn _column;
    private readonly bool _isNumeric;
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private string? _min;
    private string? _max;
    private long _nulls;

    private ResultProfile(ResultColumn column)
    {
        _column = column;
        _isNumeric = IsNumeric(column.Type);
    }

    /// <summary>Reads <c>[[…],…]</c> once.</summary>
    public static IReadOnlyList<ColumnSummary> Compute(QueryResult result)
    {
        var columns = result.Columns.Select(column => new ResultProfile(column)).ToArray();
        var reader = new Utf8JsonReader(result.Rows.Utf8.Span);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.StartArray || reader.CurrentDepth != 1)
                continue;
            foreach (var column in columns)
            {
                reader.Read();
                column.Add(ref reader);
            }
        }
        return [.. columns.Select(column => column.Summary)];
    }

    private ColumnSummary Summary => new(_column.Name, _min, _max, _values.Count, _nulls, _isNumeric);

    private void Add(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            _nulls++;
            return;
        }
        var value = ReadText(ref reader);
        if (!_values.Add(value))
            return;
        if (_min is null || Compare(value, _min) < 0)
            _min = value;
        if (_max is null || Compare(value, _max) > 0)
            _max = value;
    }

    private int Compare(string left, string right) =>
        _isNumeric && TryNumber(left, out var leftNumber) && TryNumber(right, out var rightNumber)
            ? leftNumber.CompareTo(rightNumber)
            : string.CompareOrdinal(left, right);

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string ReadText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;
        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.GetRawText();
    }

    private static bool IsNumeric(string type) =>
        type.EndsWith("INT", StringComparison.OrdinalIgnoreCase) || type.EndsWith("INTEGER", StringComparison.OrdinalIgnoreCase) ||
        type.StartsWith("DECIMAL", StringComparison.OrdinalIgnoreCase) || type is "DOUBLE" or "FLOAT" or "REAL";
}
