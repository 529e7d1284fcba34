using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Reads lists of things with a figure beside each, where no word says "each": "all shops with the number of orders", "names and average salaries of departments".</summary>
internal static class ListReader
{
    /// <summary>Call it before measures are read.</summary>
    public static void ReadLead(Draft draft)
    {
        if (draft.Dimensions.Count > 0 || draft.TimeGroup is not null || draft.Having.Count > 0) return;
        var figure = draft.Items.FirstOrDefault(item => item.IsFree && item.Kind is SpanKind.Count or SpanKind.Aggregate);
        if (figure is null || draft.Previous(figure) is not { } before) return;
        var isJoined = before.Is(SpanKind.And);
        if (isJoined && draft.Previous(before) is { } listed) before = listed;
        isJoined |= draft.Between(before, figure).Contains("with");
        if (!isJoined || before is not { Kind: SpanKind.Table, IsFree: true, Table.IsEmpty: false } || draft.Gap(before, figure) > 2) return;
        if (draft.Items.Any(item => item.Position < before.Position && item.Kind is not (SpanKind.Chart or SpanKind.Distinct))) return;
        if (Measured(draft, figure) is not { } measured || measured == before.Table || !HasManyFor(draft, measured, before.Table!)) return;
        before.Role = ItemRole.Group;
        draft.AddDimension(Draft.EntityDimension(before.Table!));
    }

    /// <summary>Call it once measures are read: their things are those named without a role.</summary>
    public static void ReadNamed(Draft draft)
    {
        if (draft.Dimensions.Count > 0 || draft.TimeGroup is not null || draft.Measures is not [{ Column: not null } measure]) return;
        var names = draft.Items.FirstOrDefault(item => item.IsFree && IsBareName(draft, item));
        if (names is null || draft.Free(SpanKind.Table).ToList() is not [var things] || things.Table is not { Label.Count: > 0, IsEmpty: false } table || table == measure.Table) return;
        if (!draft.IsPlural(things) || !HasManyFor(draft, measure.Table, table)) return;
        names.Role = ItemRole.Anchor;
        things.Role = ItemRole.Group;
        draft.AddDimension(Draft.EntityDimension(table));
    }

    /// <summary>"each department, its name and …": the name that the groups show already, not that of another table.</summary>
    public static bool IsNameOfGroup(Draft draft, Item item) => IsBareName(draft, item)
        && draft.Dimensions.Any(group => group.Table != item.Column!.Table && !group.IsTime && (group.Entity is { Label.Count: > 0 } || item.Span.From > 0 && draft.Tokens[item.Span.From - 1].Norm is "its" or "their"));

    private static bool IsBareName(Draft draft, Item item) => item is { Kind: SpanKind.Column, Span.Length: 1 } && draft.Tokens[item.Span.From].Norm is "name" or "names";

    private static SchemaTable? Measured(Draft draft, Item figure) => draft.Items.Where(item => item.Position > figure.Position).Select(item => item.Table ?? item.Column?.Table).FirstOrDefault(table => table is not null);

    private static bool HasManyFor(Draft draft, SchemaTable many, SchemaTable one) => JoinPlanner.Connect(draft.Schema, many, [one]) is { } tree && tree.Joins.Count > 0;
}
