using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Sql;

/// <summary>FROM and WHERE of a plan, seen from one table.</summary>
internal sealed record SqlSource(string Text, SqlExpressions Sql, JoinTree Tree, AnalysisPlan Plan)
{
    public static SqlSource? For(SchemaIndex schema, AnalysisPlan plan, SchemaTable root, IEnumerable<SchemaTable> tables)
    {
        if (JoinPlanner.Connect(schema, root, tables) is not { } tree) return null;
        var sql = new SqlExpressions(qualified: tree.Joins.Count > 0 || plan.Exists.Count > 0);
        var text = SqlNames.Table(root);
        foreach (var (edge, added) in tree.Joins)
        {
            text += $"\nJOIN {SqlNames.Table(added)} ON {sql.Match(edge)}";
        }
        return new(text, sql, tree, plan);
    }

    /// <summary>WHERE with all filters of the plan; for a share of everything only those on time, which bound the whole.</summary>
    public string Where(SqlParams values, string? extra = null)
    {
        var filters = new SqlFilters(Sql, values);
        var conditions = Plan.Filters.Where(filter => Plan.Derivation != Derivation.ShareOfAll || IsPeriod(filter)).Select(filters.Where).Concat(Plan.Exists.Select(filters.Exists)).ToList();
        if (extra is not null) conditions.Add(extra);
        return conditions.Count == 0 ? "" : "\nWHERE " + string.Join("\n  AND ", conditions);
    }

    /// <summary>The part of a share of everything.</summary>
    public string? Part(SqlParams values)
    {
        var filters = new SqlFilters(Sql, values);
        var conditions = Plan.Filters.Where(filter => !IsPeriod(filter)).Select(filters.Where).ToList();
        return conditions.Count == 0 ? null : string.Join(" AND ", conditions);
    }

    private static bool IsPeriod(Filter filter) => filter.Op is FilterOp.Dates or FilterOp.Months or FilterOp.Weekdays;
}
