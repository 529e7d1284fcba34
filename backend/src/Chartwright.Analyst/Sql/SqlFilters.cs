using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;
using Chartwright.Core.Artifacts;

namespace Chartwright.Analyst.Sql;

/// <summary>Conditions as SQL. What the user said is bound; only the plan's own numbers (months, weekdays) stand in the text.</summary>
/// <param name="relation">What the rows of the conditions are to those asked for, as the first word of a control's label; null where they are the same.</param>
internal sealed class SqlFilters(SqlExpressions sql, SqlParams values, string? relation = null)
{
    private const int MostOptions = 60;

    public string Where(Filter filter)
    {
        var text = Positive(filter);
        return filter.Negated && filter.Op is not FilterOp.In ? $"NOT ({text})" : text;
    }

    public string Exists(ExistsFilter exists)
    {
        var inner = new SqlExpressions(qualified: true);
        var joins = string.Concat(exists.Joins.Select(join => $" JOIN {SqlNames.Table(join.Added)} ON {inner.Match(join.Edge)}"));
        var condition = exists.Condition is { } filter ? $" AND {new SqlFilters(inner, values, exists.Negated ? "Without" : "With").Where(filter)}" : "";
        return $"{(exists.Negated ? "NOT " : "")}EXISTS (SELECT 1 FROM {SqlNames.Table(exists.Other)}{joins} WHERE {inner.Match(exists.Edge)}{condition})";
    }

    public string Having(HavingFilter having, string aggregate) =>
        Compare(aggregate, having.Op, having.Numbers, having.Measure.Column?.Title ?? having.Measure.Table.Name);

    /// <summary>A period compared with another; each has its own pair of params.</summary>
    public string Period(SchemaColumn column, DateRange range, string which) => Dates(column, range, which + "_");

    private string Positive(Filter filter)
    {
        var column = sql.Column(filter.Column);
        switch (filter.Op)
        {
            case FilterOp.In: return In(filter, column);
            case FilterOp.Compare: return Compare(column, filter.Compare, filter.Numbers, filter.Column.Title);
            case FilterOp.Dates when filter is { Gap: { } gap, Range: { } range }:
                return $"({Dates(filter.Column, new(range.From, gap.From), "first_")} OR {Dates(filter.Column, new(gap.To, range.To), "second_")})";
            case FilterOp.Dates: return Dates(filter.Column, filter.Range!, "");
            case FilterOp.Months: return $"month({sql.Time(filter.Column)}) IN ({string.Join(", ", filter.Recurring)})";
            case FilterOp.Weekdays: return $"dayofweek({sql.Time(filter.Column)}) IN ({string.Join(", ", filter.Recurring)})";
            case FilterOp.IsTrue: return True(filter.Column, column);
            case FilterOp.IsNull: return filter.Column.IsText ? $"({column} IS NULL OR {column} = '')" : $"{column} IS NULL";
            case FilterOp.AboveAverage or FilterOp.BelowAverage:
                return $"{column} {(filter.Op == FilterOp.AboveAverage ? ">" : "<")} (SELECT avg({SqlNames.Quote(filter.Column.Name)}) FROM {SqlNames.Table(filter.Column.Table)})";
            default: return $"contains(lower({column}), lower({values.Bind(new(Name(filter.Column), ParamType.Text, Label(filter), filter.Texts[0]))}))";
        }
    }

    private string In(Filter filter, string column)
    {
        var options = filter.Column.Source.Profile.TopValues.Select(value => value.Value).Concat(filter.Texts).Distinct(StringComparer.Ordinal).ToList();
        var complete = filter.Column.Distinct <= MostOptions && options.Count <= MostOptions;
        if (filter.Texts.Count == 1)
        {
            var param = complete
                ? new StatementParam(Name(filter.Column), ParamType.Select, Label(filter), filter.Texts[0]) { Options = options }
                : new(Name(filter.Column), ParamType.Text, Label(filter), filter.Texts[0]);
            return $"{column} {(filter.Negated ? "<>" : "=")} {values.Bind(param)}";
        }
        var list = values.Bind(new(Name(filter.Column), ParamType.Multiselect, Label(filter), filter.Texts.ToArray()) { Options = complete ? options : filter.Texts });
        return $"{(filter.Negated ? "NOT " : "")}list_contains({list}, {column})";
    }

    private string Compare(string expression, CompareOp op, IReadOnlyList<double> numbers, string title)
    {
        var name = SqlNames.Snake(title);
        string Bound(string prefix, string label, double value) => values.Number($"{prefix}{name}", $"{label} {title}", value);
        return op switch
        {
            CompareOp.Greater => $"{expression} > {Bound("min_", "More than this", numbers[0])}",
            CompareOp.GreaterOrEqual => $"{expression} >= {Bound("min_", "At least this", numbers[0])}",
            CompareOp.Less => $"{expression} < {Bound("max_", "Less than this", numbers[0])}",
            CompareOp.LessOrEqual => $"{expression} <= {Bound("max_", "At most this", numbers[0])}",
            CompareOp.NotEqual => $"{expression} <> {Bound("", "Not this", numbers[0])}",
            CompareOp.Between => $"{expression} BETWEEN {Bound("min_", "From this", numbers.Min())} AND {Bound("max_", "To this", numbers.Max())}",
            _ => $"{expression} = {Bound("", "Exactly this", numbers[0])}",
        };
    }

    private string Dates(SchemaColumn column, DateRange range, string prefix)
    {
        var bounds = new List<string>();
        if (!column.IsTemporal)
        {
            var year = sql.Column(column);
            int? from = range.From?.Year, last = range.To?.AddDays(-1).Year;
            if (from is not null && from == last) return $"{year} = {values.Number(prefix + "in_year", "Year", from.Value, column.Min, column.Max, 1)}";
            if (from is { } start) bounds.Add($"{year} >= {values.Number(prefix + "from_year", "From year", start, step: 1)}");
            if (last is { } end) bounds.Add($"{year} <= {values.Number(prefix + "to_year", "To year", end, step: 1)}");
        }
        else
        {
            var time = sql.Time(column);
            if (range.From is { } first) bounds.Add($"{time} >= {values.Date(prefix + "from_date", "From", first)}");
            if (range.To is { } next) bounds.Add($"{time} < {values.Date(prefix + "before_date", "Before", next)}");
        }
        return bounds.Count == 0 ? "TRUE" : string.Join(" AND ", bounds);
    }

    private static string True(SchemaColumn column, string text)
    {
        if (column.Type == DataKind.Boolean) return text;
        if (column.IsNumber) return $"{text} = 1";
        var yes = column.Source.Profile.TopValues.Select(value => value.Value).FirstOrDefault(value => value.ToUpperInvariant() is "Y" or "YES" or "T" or "TRUE" or "1") ?? "Y";
        return $"{text} = '{yes}'";
    }

    private static string Name(SchemaColumn column) => SqlNames.Snake(column.Name);

    /// <summary>Says under the chart what becomes of the value: "Excluded segment: Corporate".</summary>
    private string Label(Filter filter)
    {
        var title = filter.Column.Title;
        return (relation ?? (filter.Negated ? "Excluded" : null)) is { } said ? $"{said} {title}" : char.ToUpperInvariant(title[0]) + title[1..];
    }
}
