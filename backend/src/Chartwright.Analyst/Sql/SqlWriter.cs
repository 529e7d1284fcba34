using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Sql;

/// <summary>Writes the one SELECT of a plan. The same plan always gives the same text.</summary>
internal sealed class SqlWriter
{
    private readonly SchemaIndex _schema;
    private readonly AnalysisPlan _plan;
    private readonly SqlParams _values = new();
    private readonly OutputNames _names = new();

    private SqlWriter(SchemaIndex schema, AnalysisPlan plan)
    {
        _schema = schema;
        _plan = plan;
    }

    /// <returns>The statement, or null when some table of the plan cannot be joined.</returns>
    public static SqlStatement? Write(SchemaIndex schema, AnalysisPlan plan)
    {
        var writer = new SqlWriter(schema, plan);
        var text = plan.Shape switch
        {
            ResultShape.Rows => writer.Rows(),
            ResultShape.Pairs => writer.Pairs(),
            ResultShape.Histogram => writer.Histogram(),
            _ => new AggregateSql(schema, plan, writer._values, writer._names).Write(),
        };
        return text is null ? null : new(text, writer._values.Values, writer._values.Declared, writer._names.Columns);
    }

    private string? Rows()
    {
        if (SqlSource.For(_schema, _plan, _plan.Root, _plan.Tables) is not { } source) return null;
        var distinct = _plan.Distinct || source.Tree.Multiplies(_plan.Root);
        var select = _plan.Columns.Select(column => As(source.Sql.Column(column), _names.Row(column), column)).ToList();
        var where = source.Where(_values);
        var key = _plan.Sort?.Column is { } column && (!distinct || _plan.Columns.Contains(column)) ? $"\nORDER BY {source.Sql.Column(column)}{(_plan.Sort.Descending ? " DESC" : "")} NULLS LAST" : distinct ? "\nORDER BY 1" : "";
        return $"SELECT {(distinct ? "DISTINCT " : "")}{string.Join(", ", select)}\nFROM {source.Text}{where}{key}{Limit()}";
    }

    private string? Pairs()
    {
        if (SqlSource.For(_schema, _plan, _plan.Root, _plan.Tables) is not { } source) return null;
        var select = _plan.Columns.Select(column => As(source.Sql.Column(column), _names.Row(column), column))
            .Concat(_plan.Dimensions.Select(dimension => $"{source.Sql.Dimension(dimension)} AS {SqlNames.Quote(_names.Of(dimension))}")).ToList();
        return $"SELECT {string.Join(", ", select)}\nFROM {source.Text}{source.Where(_values)}";
    }

    private string? Histogram()
    {
        if (SqlSource.For(_schema, _plan, _plan.Root, _plan.Tables) is not { } source) return null;
        var column = _plan.Columns[0];
        var value = source.Sql.Column(column);
        var bins = HistogramBins.For(column);
        var bin = value;
        if (bins.Width is { } width)
        {
            var bound = _values.Number("bin_width", "Bin width", width, min: width / 10, max: width * 10, step: width / 10);
            bin = $"floor({value} / {bound}) * {bound}";
        }
        var where = source.Where(_values, $"{value} IS NOT NULL");
        return $"SELECT {bin} AS {SqlNames.Quote(_names.Bin(column, bins))}, count(*) AS {SqlNames.Quote(_names.Derived("count", OutputRole.Measure, $"number of {Wording.Terms.Plural(_plan.Root)}"))}\nFROM {source.Text}{where}\nGROUP BY 1\nORDER BY 1";
    }

    private string Limit() => _plan.Limit is { } limit
        ? $"\nLIMIT {_values.Number("top", "Rows", limit.Count, min: 1, max: Math.Max(100, limit.Count), step: 1)}"
        : "";

    private static string As(string expression, string name, SchemaColumn column) => name == column.Name ? expression : $"{expression} AS {SqlNames.Quote(name)}";
}
