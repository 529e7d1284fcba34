namespace Chartwright.Core.Catalog;

/// <summary>The tables that can be queried, with profiles, and the values in their columns. Thread-safe.</summary>
public interface ICatalog
{
    /// <summary>The current snapshot; cheap when nothing changed.</summary>
    ValueTask<CatalogSnapshot> GetAsync(CancellationToken cancellationToken);

    /// <summary>Distinct values of a column, most frequent first, at most <paramref name="limit"/>. Unknown names give an empty list.</summary>
    Task<IReadOnlyList<ValueCount>> ListValuesAsync(string table, string column, int limit, CancellationToken cancellationToken);

    /// <summary>Values of a column near to <paramref name="text"/>: case-, accent- and typo-tolerant over the full distinct set, best first.</summary>
    Task<IReadOnlyList<ValueCount>> FindValuesAsync(string table, string column, string text, int limit, CancellationToken cancellationToken);
}
