using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Sql;

/// <summary>Columns, dimensions and aggregates as SQL. Column names are qualified only when several tables are joined.</summary>
internal sealed class SqlExpressions(bool qualified)
{
    public string Column(SchemaColumn column) => qualified ? $"{SqlNames.Table(column.Table)}.{SqlNames.Quote(column.Name)}" : SqlNames.Quote(column.Name);

    /// <summary>Rows of the two tables of a key that belong together.</summary>
    public string Match(JoinEdge edge) => string.Join(" AND ", edge.ChildColumns.Zip(edge.ParentColumns).Select(pair => $"{Column(pair.First)} = {Column(pair.Second)}"));

    /// <summary>The column as a date or timestamp; text that holds dates is cast, and what is no date is NULL.</summary>
    public string Time(SchemaColumn column) => column.IsTextDate ? $"TRY_CAST({Column(column)} AS TIMESTAMP)" : Column(column);

    public string Dimension(Dimension dimension)
    {
        var column = dimension.Column;
        if (dimension.Columns.Count > 1) return string.Join(" || ' ' || ", dimension.Columns.Select(Column));
        return dimension.Grain switch
        {
            null => Column(column),
            TimeGrain.Year => $"year({Time(column)})",
            TimeGrain.Day => column.Type == DataKind.Date ? Column(column) : $"CAST({Time(column)} AS DATE)",
            TimeGrain.Hour => $"date_trunc('hour', {Time(column)})",
            TimeGrain.Weekday => $"dayname({Time(column)})",
            TimeGrain.MonthOfYear => $"monthname({Time(column)})",
            TimeGrain.HourOfDay => $"hour({Time(column)})",
            TimeGrain.Quarter => $"CAST(date_trunc('quarter', {Time(column)}) AS DATE)",
            TimeGrain.Week => $"CAST(date_trunc('week', {Time(column)}) AS DATE)",
            _ => $"CAST(date_trunc('month', {Time(column)}) AS DATE)",
        };
    }

    /// <summary>The number a cyclical name is ordered by, or null.</summary>
    public string? CycleOrder(Dimension dimension) => dimension.Grain switch
    {
        TimeGrain.Weekday => $"isodow({Time(dimension.Column)})",
        TimeGrain.MonthOfYear => $"month({Time(dimension.Column)})",
        _ => null,
    };

    /// <summary>The aggregate of a measure over the rows that <paramref name="filter"/> keeps; <paramref name="distinct"/> when joins repeat its rows.</summary>
    public string Aggregate(Measure measure, bool distinct, string? filter = null)
    {
        var where = filter is null ? "" : $" FILTER (WHERE {filter})";
        if (measure.PerTable is { } per) return $"1.0 * {Count(measure.Table, distinct: true)}{where} / nullif(count(DISTINCT {Key(per)}){where}, 0)";
        if (measure.Column is null) return Count(measure.Table, distinct) + where;
        var column = Column(measure.Column);
        return measure.Fn switch
        {
            AggFn.Sum => $"sum({column})",
            AggFn.Avg => $"avg({column})",
            AggFn.Median => $"median({column})",
            AggFn.Min => $"min({column})",
            AggFn.Max => $"max({column})",
            AggFn.StdDev => $"stddev_samp({column})",
            AggFn.CountDistinct => $"count(DISTINCT {column})",
            _ => $"count({column})",
        } + where;
    }

    private string Count(SchemaTable table, bool distinct) => distinct && table.Key.Count > 0 ? $"count(DISTINCT {Key(table)})" : "count(*)";

    private string Key(SchemaTable table) => table.Key.Count switch
    {
        0 => Column(table.Columns[0]),
        1 => Column(table.Key[0]),
        _ => $"({string.Join(", ", table.Key.Select(Column))})",
    };
}
