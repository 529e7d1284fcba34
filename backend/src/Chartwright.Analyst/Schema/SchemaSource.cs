using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Schema;

/// <summary>The index of the catalog's current snapshot; built again only when the data changed. Thread-safe.</summary>
internal sealed class SchemaSource(ICatalog catalog)
{
    private readonly Lock _lock = new();
    private Task<SchemaIndex>? _index;
    private string? _version;

    public async ValueTask<SchemaIndex> GetAsync(CancellationToken cancellationToken)
    {
        var snapshot = await catalog.GetAsync(cancellationToken);
        Task<SchemaIndex> index;
        lock (_lock)
        {
            if (_index is null || _index.IsFaulted || _version != snapshot.DataVersion)
                (_version, _index) = (snapshot.DataVersion, SchemaIndex.BuildAsync(snapshot, catalog, CancellationToken.None)); // shared by all callers: no one's token may end it
            index = _index;
        }
        return await index.WaitAsync(cancellationToken);
    }
}
