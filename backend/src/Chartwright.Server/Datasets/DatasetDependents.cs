using Chartwright.Core.Artifacts;
using Chartwright.Core.Catalog;
using Chartwright.Core.Ids;
using Chartwright.Core.Templates;
using Chartwright.Query.Guard;

namespace Chartwright.Server.Datasets;

/// <summary>What reads a table, and would feel its going or its change.</summary>
/// <param name="Templates">Most recently changed first.</param>
/// <param name="Charts">Newest versions of charts in conversations; the latest changed first.</param>
/// <param name="Tables">Tables with a key that points to it.</param>
/// <param name="IsComplete">False when there may be more than were looked at.</param>
public sealed record DependentsResponse(IReadOnlyList<DependentTemplate> Templates, IReadOnlyList<DependentChart> Charts, IReadOnlyList<string> Tables, bool IsComplete);

public sealed record DependentTemplate(TemplateId Id, string Name);

public sealed record DependentChart(ArtifactId Id, string Title, ConversationId ConversationId);

/// <summary>Finds what reads a table: candidates by text, then by what DuckDB's parser sees in their statements.</summary>
internal sealed class DatasetDependents(ITemplateStore templates, IArtifactStore artifacts, IStatementTables statements, ICatalog catalog)
{
    private const int MaxLooked = 200; // of each kind

    public async Task<DependentsResponse> FindAsync(string table, CancellationToken cancellationToken)
    {
        var foundTemplates = await templates.ListHoldingAsync(table, MaxLooked, cancellationToken);
        var foundCharts = await artifacts.ListHoldingAsync(table, MaxLooked, cancellationToken);
        return new(
            [.. (await ReadingAsync(foundTemplates, template => template.Version, table, cancellationToken)).Select(template => new DependentTemplate(template.Summary.Id, template.Summary.Name))],
            [.. (await ReadingAsync(foundCharts, artifact => artifact.Latest, table, cancellationToken)).Select(artifact => new DependentChart(artifact.Id, artifact.Title, artifact.ConversationId!.Value))],
            [.. (await catalog.GetAsync(cancellationToken)).Tables.Where(other => PointsTo(other, table)).Select(other => other.Name)],
            foundTemplates.Count < MaxLooked && foundCharts.Count < MaxLooked);
    }

    private async Task<IReadOnlyList<T>> ReadingAsync<T>(IEnumerable<T> found, Func<T, ArtifactVersion> version, string table, CancellationToken cancellationToken)
    {
        var reading = new List<T>();
        foreach (var each in found)
        {
            if (await ReadsAsync(version(each), table, cancellationToken)) reading.Add(each);
        }
        return reading;
    }

    private async Task<bool> ReadsAsync(ArtifactVersion version, string table, CancellationToken cancellationToken)
    {
        foreach (var sql in version.Queries.Select(query => query.Sql).OfType<string>())
        {
            if (sql.Contains(table, StringComparison.OrdinalIgnoreCase) && (await statements.ListAsync(sql, cancellationToken)).Contains(table)) return true;
        }
        return false;
    }

    private static bool PointsTo(CatalogTable other, string table) =>
        !other.Name.Equals(table, StringComparison.OrdinalIgnoreCase) && other.ForeignKeys.Any(key => key.ToTable.Equals(table, StringComparison.OrdinalIgnoreCase));
}
