using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Schema;

/// <summary>The index of the catalog's current snapshot; built again only when the catalog changed. Thread-safe.</summary>
internal sealed class SchemaSource(ICatalog catalog)
{
    private readonly Lock _lock = new();
    private Task<SchemaIndex>? _index;
    private CatalogSnapshot? _snapshot;

    public async ValueTask<SchemaIndex> GetAsync(CancellationToken cancellationToken)
    {
        var snapshot = await catalog.GetAsync(cancellationToken);
        Task<SchemaIndex> index;
        lock (_lock)
        {
            if (_index is null || _index.IsFaulted || !ReferenceEquals(_snapshot, snapshot)) // words change without the data
                (_snapshot, _index) = (snapshot, SchemaIndex.BuildAsync(snapshot, catalog, CancellationToken.None)); // shared by all callers: no one's token may end it
            index = _index;
        }
        return await index.WaitAsync(cancellationToken);
    }
}
