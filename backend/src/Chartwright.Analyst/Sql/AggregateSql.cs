using System.Globalization;
using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Sql;

/// <summary>Writes grouped SELECTs. Rows that joins repeat are counted once; measures of several tables never multiply one another.</summary>
internal sealed class AggregateSql(SchemaIndex schema, AnalysisPlan plan, SqlParams values, OutputNames names)
{
    public string? Write()
    {
        foreach (var dimension in plan.Dimensions) names.Of(dimension);
        var facts = plan.Measures.Select(measure => measure.Table).Distinct().ToList();
        var body = facts.Count > 1 ? Combined(facts) : Grouped(plan.Measures, facts[0]);
        return body is null ? null : Derive(body);
    }

    private GroupedSql? Grouped(IReadOnlyList<Measure> measures, SchemaTable root, bool isPart = false)
    {
        var tables = measures.SelectMany(m => m.PerTable is null ? [m.Table] : new[] { m.Table, m.PerTable }).Concat(plan.Dimensions.Select(d => d.Table)).Concat(plan.Filters.Select(f => f.Column.Table))
            .Concat(plan.Exists.Select(exists => exists.Table)).Concat(plan.Periods is { } p ? [p.Column.Table] : []).Concat(isPart ? [] : plan.Having.Select(h => h.Measure.Table));
        if (SqlSource.For(schema, plan, root, tables) is not { } source) return null;
        var repeats = source.Tree.Multiplies(root);
        var sql = source.Sql;
        var dimensions = plan.Dimensions.Select(dimension => (Text: sql.Dimension(dimension), Name: names.Of(dimension))).ToList();
        var keys = plan.Dimensions.Where(dimension => dimension.Entity is { Key.Count: > 0 } entity && !ColumnClassifier.IsUnique(dimension.Column)).SelectMany(dimension => dimension.Entity!.Key).Select(sql.Column).ToList();
        var text = $"{source.Text}{source.Where(values)}";
        var cycle = plan.Dimensions.Count > 0 ? sql.CycleOrder(plan.Dimensions[0]) : null;
        if (repeats && root.Key.Count > 0 && plan.Periods is null && measures.Any(m => m is { Column: not null, PerTable: null, Fn: not (AggFn.Min or AggFn.Max or AggFn.CountDistinct) }))
        {
            var inner = dimensions.Select(d => $"{d.Text} AS {SqlNames.Quote(d.Name)}").Concat(root.Key.Select(sql.Column).Concat(measures.Where(m => m.Column is not null).Select(m => sql.Column(m.Column!))).Distinct());
            text = $"(\n  SELECT DISTINCT {string.Join(", ", inner)}\n  FROM {text.Replace("\n", "\n  ", StringComparison.Ordinal)}\n)";
            sql = new(qualified: false);
            dimensions = [.. dimensions.Select(d => (SqlNames.Quote(d.Name), d.Name))];
            (keys, cycle) = ([], null);
        }
        var columns = measures.SelectMany(measure => Columns(sql, measure, repeats, source)).ToList();
        var having = isPart || plan.Having.Count == 0 ? "" : "\nHAVING " + string.Join(" AND ", plan.Having.Select(h => new SqlFilters(sql, values).Having(h, sql.Aggregate(h.Measure, repeats))));
        var qualify = plan.Limit is { PerGroup: true } limit && dimensions.Count > 1 && !isPart
            ? $"\nQUALIFY row_number() OVER (PARTITION BY {string.Join(", ", dimensions.Take(dimensions.Count - 1).Select(d => d.Text))} ORDER BY {columns[0].Text}{Direction(limit.Descending)}) <= {Top(limit)}" : "";
        return new(text, dimensions, keys, columns, having, qualify, Order(cycle));
    }

    private IEnumerable<(string Text, string Name)> Columns(SqlExpressions sql, Measure measure, bool repeats, SqlSource source)
    {
        if (plan.Periods is { } periods)
        {
            foreach (var (range, which) in new[] { (periods.First, "first"), (periods.Last, "second") })
                yield return (sql.Aggregate(measure, repeats, new SqlFilters(sql, values).Period(periods.Column, range, which)), names.Derived(SqlNames.Snake(PeriodName(range)), OutputRole.Measure, PeriodName(range), measure));
            yield break;
        }
        if (plan.Derivation == Derivation.ShareOfAll && source.Part(values) is { } part)
        {
            yield return ($"100.0 * {sql.Aggregate(measure, repeats, part)} / nullif({sql.Aggregate(measure, repeats)}, 0)", names.Derived("percent", OutputRole.Percent, "share", measure));
            yield return (sql.Aggregate(measure, repeats, part), names.Of(measure));
            yield break;
        }
        yield return (sql.Aggregate(measure, repeats), names.Of(measure));
    }

    private GroupedSql? Combined(List<SchemaTable> facts)
    {
        var parts = new List<(string Name, string Text)>();
        foreach (var fact in facts)
        {
            if (Grouped([.. plan.Measures.Where(measure => measure.Table == fact)], fact, isPart: true) is not { } part) return null;
            parts.Add((SqlNames.Quote($"{SqlNames.Snake(fact.Name)}_part"), part.Select()));
        }
        var dimensions = plan.Dimensions.Select(names.Of).ToList();
        var from = parts[0].Name;
        foreach (var (name, _) in parts.Skip(1)) from += dimensions.Count == 0 ? $"\nCROSS JOIN {name}" : $"\nFULL JOIN {name} USING ({string.Join(", ", dimensions.Select(SqlNames.Quote))})";
        return new(from, [.. dimensions.Select(name => (SqlNames.Quote(name), name))], [], [.. plan.Measures.Select(names.Of).Select(name => (SqlNames.Quote(name), name))], "", "", Order(null))
        {
            With = string.Join(",\n", parts.Select(part => $"{part.Name} AS (\n  {part.Text.Replace("\n", "\n  ", StringComparison.Ordinal)}\n)")),
            IsGrouped = false,
        };
    }

    /// <summary>Lays shares, growth, running totals over the groups; then order and limit.</summary>
    private string Derive(GroupedSql body)
    {
        var with = body.With;
        string Statement(string select, string order) => (with.Length > 0 ? $"WITH {with}\n" : "") + select + (order.Length > 0 ? $"\nORDER BY {order}" : "") + Limit();
        var measure = plan.Measures[0];
        var value = SqlNames.Quote(plan.Derivation == Derivation.GrowthBetween ? body.Measures[0].Name : names.Of(measure));
        var window = Window();
        (string Text, string Name)? more = plan.Derivation switch
        {
            Derivation.Share => ($"100.0 * {value} / nullif(sum({value}) OVER (), 0)", names.Derived("percent", OutputRole.Percent, "share", measure)),
            Derivation.Growth => ($"100.0 * ({value} - lag({value}) OVER ({window})) / nullif(lag({value}) OVER ({window}), 0)", names.Derived("growth_percent", OutputRole.Percent, "growth on the period before", measure)),
            Derivation.Cumulative => ($"sum({value}) OVER ({window} ROWS UNBOUNDED PRECEDING)", names.Derived("cumulative_" + names.Of(measure), OutputRole.Measure, "cumulative " + Wording.Terms.Measure(measure), measure)),
            Derivation.MovingAverage => ($"avg({value}) OVER ({window} ROWS {plan.MovingWindow - 1} PRECEDING)", names.Derived("moving_average", OutputRole.Measure, $"moving average of {plan.MovingWindow}", measure)),
            _ => null,
        };
        if (plan.Derivation == Derivation.GrowthBetween)
        {
            var (before, after) = (SqlNames.Quote(body.Measures[0].Name), SqlNames.Quote(body.Measures[1].Name));
            var change = names.Derived("change", OutputRole.Measure, "change", measure);
            var percent = names.Derived("growth_percent", OutputRole.Percent, "growth", measure);
            with = $"periods AS (\n  {body.Select().Replace("\n", "\n  ", StringComparison.Ordinal)}\n)";
            return Statement($"SELECT *, {after} - {before} AS {change}, 100.0 * ({after} - {before}) / nullif({before}, 0) AS {percent}\nFROM periods", plan.Dimensions.Count > 0 ? $"{percent}{Direction(plan.Limit?.Descending ?? true)}" : "");
        }
        if (more is not { } derived) return Statement(body.Select(), body.Order);
        with = (with.Length > 0 ? with + ",\n" : "") + $"grouped AS (\n  {body.Select().Replace("\n", "\n  ", StringComparison.Ordinal)}\n)";
        var order = body.Order.Contains('(', StringComparison.Ordinal) ? "1" : body.Order;
        return Statement($"SELECT *, {derived.Text} AS {SqlNames.Quote(derived.Name)}\nFROM grouped", order);
    }

    private string Window()
    {
        var time = plan.Dimensions.FirstOrDefault(dimension => dimension.IsTime);
        if (time is null) return "";
        var others = plan.Dimensions.Where(dimension => dimension != time).Select(dimension => SqlNames.Quote(names.Of(dimension))).ToList();
        return (others.Count > 0 ? $"PARTITION BY {string.Join(", ", others)} " : "") + $"ORDER BY {SqlNames.Quote(names.Of(time))}";
    }

    private string Order(string? cycle)
    {
        if (plan.Dimensions.Count == 0 || plan.Measures.Count == 0) return "";
        var labels = plan.Dimensions.Select(names.Of).Select(SqlNames.Quote).ToList();
        var tail = string.Concat(labels.Skip(1).Select(label => ", " + label));
        string Measure(int index) => SqlNames.Quote(names.Of(plan.Measures[index]));
        if (plan.Derivation == Derivation.GrowthBetween) return "";
        if (plan.Limit is { PerGroup: true } top) return $"{labels[0]}, {Measure(0)}{Direction(top.Descending)}";
        if (plan.Limit is { } limit) return $"{Measure(0)}{Direction(limit.Descending)}{string.Concat(plan.Measures.Skip(1).Select((_, i) => $", {Measure(i + 1)}{Direction(limit.Descending)}"))}, {string.Join(", ", labels)}";
        if (cycle is not null) return $"min({cycle}){tail}";
        if (plan.Sort is { Measure: { } index } sort && index < plan.Measures.Count) return $"{Measure(index)}{Direction(sort.Descending)}, {string.Join(", ", labels)}";
        if (plan.Sort is { } byLabel) return labels[0] + (byLabel.Descending ? " DESC" : "") + tail;
        var natural = plan.Dimensions[0].IsTime || plan.Dimensions[0].Column.IsNumber || plan.Dimensions.Count > 1;
        return natural ? string.Join(", ", labels) : $"{Measure(0)}{Direction(true)}, {labels[0]}";
    }

    private string Limit() => plan.Limit is { PerGroup: false } limit && plan.Dimensions.Count > 0 ? $"\nLIMIT {Top(limit)}" : "";

    private string Top(RowLimit limit) => values.Number("top", limit.Descending ? "Top" : "Bottom", limit.Count, min: 1, max: Math.Max(50, limit.Count), step: 1);

    private static string Direction(bool descending) => descending ? " DESC NULLS LAST" : " NULLS LAST";

    private static string PeriodName(DateRange range) => DateExpression.Describe(range) is var text && text.StartsWith("in ", StringComparison.Ordinal) ? text[3..] : text;
}
