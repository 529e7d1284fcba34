using Chartwright.Analyst.Charts;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Sql;
using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Tests.Support;

/// <summary>Plans a question over a catalog, for tests of what was read.</summary>
internal static class Ask
{
    public static readonly DateTime Today = new(2018, 1, 15);

    public static AnalysisPlan Plan(CatalogSnapshot catalog, string question) =>
        Planner.Plan(SchemaIndex.Build(catalog), question, Today).Best?.Plan ?? throw new InvalidOperationException("The question has no plan.");

    /// <summary>The statement on one line.</summary>
    public static string Sql(CatalogSnapshot catalog, string question) => string.Join(' ', Statement(catalog, question).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static SqlStatement Statement(CatalogSnapshot catalog, string question)
    {
        var schema = SchemaIndex.Build(catalog);
        return SqlWriter.Write(schema, Planner.Plan(schema, question, Today).Best!.Plan)!;
    }

    public static string Chart(CatalogSnapshot catalog, string question) => ChartChooser.Name(ChartChooser.Choose(Plan(catalog, question)));
}
