using Chartwright.Core.Catalog;
using Chartwright.Query.Catalog;

namespace Chartwright.Server.Tests.Hosting;

/// <summary>Knows no table.</summary>
internal sealed class FakeCatalogWords : ICatalogWords
{
    public Task<CatalogTable?> DescribeTableAsync(string table, TableWords words, CancellationToken cancellationToken) => Task.FromResult<CatalogTable?>(null);

    public Task<CatalogTable?> DescribeColumnAsync(string table, string column, ColumnWords words, CancellationToken cancellationToken) => Task.FromResult<CatalogTable?>(null);
}
