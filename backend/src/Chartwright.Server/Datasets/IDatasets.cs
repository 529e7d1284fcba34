using Chartwright.Core.Catalog;

namespace Chartwright.Server.Datasets;

internal interface IDatasets
{
    Task<CatalogTable> ImportAsync(Stream content, string fileName, string? name, bool replace, CancellationToken cancellationToken);

    Task<bool> RemoveAsync(string name, CancellationToken cancellationToken);
}
