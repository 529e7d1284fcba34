using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Tests.Support;

/// <summary>A catalog of one snapshot whose columns hold the values of their profiles.</summary>
internal sealed class FakeCatalog(CatalogSnapshot snapshot) : ICatalog
{
    public ValueTask<CatalogSnapshot> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(snapshot);

    public Task<IReadOnlyList<ValueCount>> ListValuesAsync(string table, string column, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ValueCount>>([.. (snapshot.FindTable(table)?.FindColumn(column)?.Profile.TopValues ?? []).Take(limit)]);

    public async Task<IReadOnlyList<ValueCount>> FindValuesAsync(string table, string column, string text, int limit, CancellationToken cancellationToken) =>
        [.. (await ListValuesAsync(table, column, int.MaxValue, cancellationToken)).Where(value => value.Value.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(limit)];
}
