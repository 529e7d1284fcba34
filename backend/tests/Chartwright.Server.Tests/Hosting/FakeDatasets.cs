using System.Text;
using Chartwright.Core.Catalog;
using Chartwright.Core.Json;
using Chartwright.Query.Ingestion;

namespace Chartwright.Server.Tests.Hosting;

/// <summary>Keeps what was uploaded and chosen.</summary>
internal sealed class FakeDatasets : IDatasets
{
    public static readonly Guid KnownPreview = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    public List<(string Text, string FileName, string? Name, bool Replace)> Uploads { get; } = [];

    public List<TableChoice> Choices { get; } = [];

    public bool WasAsOne { get; private set; }

    public async Task<IReadOnlyList<CatalogTable>> ImportAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        WasAsOne = request.AsOne;
        await foreach (var file in request.Files.WithCancellation(cancellationToken))
        {
            using var reader = new StreamReader(file.Content, Encoding.UTF8);
            Uploads.Add((await reader.ReadToEndAsync(cancellationToken), file.Name, request.Name, request.Replace));
        }
        return [new() { Name = request.Name ?? "table", RowCount = 1, Columns = [] }];
    }

    public async Task<DatasetPreview> PreviewAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await ImportAsync(request, progress, cancellationToken);
        var column = new ColumnPreview("a", "A", "BIGINT", ["BIGINT", "VARCHAR"]);
        return new(KnownPreview, DateTimeOffset.UnixEpoch, [new(0, "table", "a.csv", IsTaken: false, "table", 1, [column], new RawJson("[[1]]"u8.ToArray()))]);
    }

    public Task<IReadOnlyList<CatalogTable>> CommitAsync(Guid preview, IReadOnlyList<TableChoice> tables, CancellationToken cancellationToken)
    {
        Choices.AddRange(tables);
        return Task.FromResult<IReadOnlyList<CatalogTable>>([.. tables.Select(choice => new CatalogTable { Name = choice.Name, RowCount = 1, Columns = [] })]);
    }

    public bool Discard(Guid preview) => preview == KnownPreview;

    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => Task.FromResult(name == "known");

    public Task<IReadOnlyList<CatalogTable>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CatalogTable>>([]);
}
