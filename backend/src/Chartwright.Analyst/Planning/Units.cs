using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Units of time after a number, turned into the unit the compared column says it holds.</summary>
internal static class Units
{
    /// <summary>Reads the unit after <paramref name="number"/>: "longer than 2 hours".</summary>
    /// <returns>What the number is multiplied by; null when no unit stands there, or the column's own unit is not known, and the word stays unread.</returns>
    public static double? Convert(Draft draft, Item number, SchemaColumn? column)
    {
        if (column is null || number.Span.To >= draft.Tokens.Count || Seconds(draft.Tokens[number.Span.To].Norm) is not { } said || Held(column) is not { } held) return null;
        draft.ReadBeside.Add(number.Span.To);
        if (draft.Next(number) is { Kind: Language.SpanKind.Grain, IsFree: true } unit && unit.Span.From == number.Span.To) unit.Role = ItemRole.Mark;
        return said / held;
    }

    private static double? Held(SchemaColumn column) => Seconds(column.Unit ?? "") ?? (column.NameWords.Count == 1 ? Seconds(column.NameWords[0]) : column.NameWords[^1] switch { "min" => 60, "s" => 1, "h" => 3600, var word => Seconds(word) });

    private static double? Seconds(string word) => word switch
    {
        "second" or "seconds" or "sec" or "secs" => 1,
        "minute" or "minutes" or "mins" => 60,
        "hour" or "hours" or "hr" or "hrs" => 3600,
        "day" or "days" => 86_400,
        "week" or "weeks" => 604_800,
        _ => null,
    };
}
