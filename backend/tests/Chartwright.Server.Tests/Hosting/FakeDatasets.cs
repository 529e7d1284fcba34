using System.Text;
using Chartwright.Core.Catalog;
using Chartwright.Query.Ingestion;

namespace Chartwright.Server.Tests.Hosting;

/// <summary>Keeps what was uploaded.</summary>
internal sealed class FakeDatasets : IDatasets
{
    public List<(string Text, string FileName, string? Name, bool Replace)> Uploads { get; } = [];

    public async Task<CatalogTable> ImportAsync(
        Stream content, string fileName, string? name, bool replace, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        Uploads.Add((await reader.ReadToEndAsync(cancellationToken), fileName, name, replace));
        return new CatalogTable { Name = name ?? "table", RowCount = 1, Columns = [] };
    }

    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => Task.FromResult(name == "known");

    public Task<IReadOnlyList<CatalogTable>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CatalogTable>>([]);
}
