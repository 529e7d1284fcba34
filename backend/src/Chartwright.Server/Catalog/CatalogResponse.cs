using Chartwright.Core.Catalog;

namespace Chartwright.Server.Catalog;

/// <summary>Everything a question can be asked about.</summary>
/// <param name="Suggestions">Questions that can be answered from these tables, best first.</param>
public sealed record CatalogResponse(string DataVersion, IReadOnlyList<CatalogTable> Tables, IReadOnlyList<string> Suggestions);
