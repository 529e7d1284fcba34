using Chartwright.Core.Paging;
using Chartwright.Server.Problems;

namespace Chartwright.Server.Http;

/// <summary><c>?cursor=</c> and <c>?limit=</c> of a list.</summary>
internal readonly record struct Paging(string? Cursor, int? Limit)
{
    private const int MaxLimit = 100;
    private const int MaxCursorChars = 500;

    public PageRequest ToRequest()
    {
        if (Limit is < 1 or > MaxLimit) throw Refuse.Invalid($"\"limit\" must be between 1 and {MaxLimit}.");
        if (Cursor?.Length > MaxCursorChars) throw Refuse.Invalid("\"cursor\" is not one of this server's.");
        return Limit is { } limit ? new(Cursor, limit) : new(Cursor);
    }
}
