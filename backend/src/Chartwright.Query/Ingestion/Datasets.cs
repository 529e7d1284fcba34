using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Catalog;

namespace Chartwright.Query.Ingestion;

/// <inheritdoc/>
internal sealed class Datasets(DatasetCatalog catalog, DraftReader reader, DraftShelf shelf, DatasetWriter writer) : IDatasets
{
    private const int PreviewRows = 20;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CatalogTable>> ImportAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        // before anything is sent, where the name is known already
        if (request.Name is { } name && !string.IsNullOrWhiteSpace(name)) await writer.RefuseTakenAsync(DatasetNames.Of(name, "data"), request.Replace, cancellationToken);
        using var draft = await reader.ReadAsync(request, progress, cancellationToken);
        progress?.Report(new(ImportStage.Saving, 0));
        return await writer.SaveAsync([.. draft.Tables.Select(table => (table, request.Replace))], cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<DatasetPreview> PreviewAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var draft = await reader.ReadAsync(request, progress, cancellationToken);
        try
        {
            var tables = await ShowAsync(draft, cancellationToken);
            var (id, expiresAt) = shelf.Put(draft);
            return new(id, expiresAt, tables);
        }
        catch
        {
            draft.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CatalogTable>> CommitAsync(Guid preview, IReadOnlyList<TableChoice> tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var draft = shelf.Take(preview) ?? throw new ChartwrightException(ErrorCode.NotFound, "This preview is gone: it was added, cancelled, or waited too long. Send the file again.");
        try
        {
            Check(draft, tables);
            var edited = await reader.RunAsync(draft.Folder, async (engine, stop) =>
            {
                var made = new List<(DraftTable, bool)>();
                foreach (var choice in tables) made.Add((await TableEditor.ApplyAsync(engine, draft.Folder, draft.Tables[choice.Table], choice, stop), choice.Replace));
                return made;
            }, cancellationToken);
            if (edited.Select(entry => entry.Item1.Name).Distinct().Count() < edited.Count) throw Invalid("Two tables have one name.");
            var saved = await writer.SaveAsync(edited, cancellationToken);
            draft.Dispose();
            return saved;
        }
        catch (Exception e) when (e is ChartwrightException or OperationCanceledException)
        {
            shelf.Put(preview, draft); // the choice can be corrected
            throw;
        }
        catch
        {
            draft.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool Discard(Guid preview)
    {
        using var draft = shelf.Take(preview);
        return draft is not null;
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => writer.RemoveAsync(name, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CatalogTable>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await catalog.GetAsync(cancellationToken)).Tables.Where(table => !table.IsSample)];

    private async Task<IReadOnlyList<TablePreview>> ShowAsync(Draft draft, CancellationToken cancellationToken)
    {
        var snapshot = await catalog.GetAsync(cancellationToken);
        return await reader.RunAsync(draft.Folder, async (engine, stop) =>
        {
            var tables = new List<TablePreview>();
            foreach (var (index, table) in draft.Tables.Index())
            {
                var rows = await engine.QueryAsync(new($"SELECT * FROM read_parquet({Sql.Literal(table.Path)}) LIMIT {PreviewRows}", QueryParams.Empty, PreviewRows), stop);
                var columns = table.Columns.Select(column => new ColumnPreview(column.Name, column.Header, column.Type, TableEditor.TypesOf(column)));
                tables.Add(new(
                    index, table.Name, table.Origin, snapshot.FindTable(table.Name) is not null, DatasetWriter.FreeName(snapshot, table.Name), table.RowCount, [.. columns], rows.Rows));
            }
            return tables;
        }, cancellationToken);
    }

    private static void Check(Draft draft, IReadOnlyList<TableChoice> tables)
    {
        if (tables.Count == 0) throw Invalid("No table is chosen.");
        if (tables.Any(choice => choice.Table < 0 || choice.Table >= draft.Tables.Count)) throw Invalid("The preview has no such table.");
        if (tables.DistinctBy(choice => choice.Table).Count() < tables.Count) throw Invalid("A table is chosen twice.");
    }

    private static ChartwrightException Invalid(string message) => new(ErrorCode.InvalidRequest, message);
}
