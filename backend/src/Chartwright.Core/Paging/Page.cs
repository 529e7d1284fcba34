namespace Chartwright.Core.Paging;

/// <param name="Cursor">From the page before; null for the first.</param>
/// <param name="Limit">1 to 100.</param>
public sealed record PageRequest(string? Cursor = null, int Limit = 50);

/// <param name="NextCursor">Null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
