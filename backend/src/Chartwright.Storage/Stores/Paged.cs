using Chartwright.Core.Paging;

namespace Chartwright.Storage.Stores;

internal static class Paged
{
    /// <summary>Cuts the one row too many that says whether there is a next page.</summary>
    public static Page<TItem> Of<TRow, TItem>(List<TRow> rows, int limit, Func<TRow, TItem> item, Func<TRow, PageCursor> cursor)
    {
        var more = rows.Count > limit;
        var shown = more ? rows[..limit] : rows;
        return new([.. shown.Select(item)], more ? cursor(shown[^1]).ToString() : null);
    }
}
