using System.Globalization;
using Chartwright.Core.Errors;

namespace Chartwright.Storage.Stores;

/// <summary>Where a page ended: the time and id of its last row, so that rows added meanwhile neither shift nor repeat.</summary>
internal readonly record struct PageCursor(DateTimeOffset UpdatedAt, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{UpdatedAt.UtcTicks:x}-{Id:n}");

    /// <exception cref="ChartwrightException">The text is not a cursor of ours.</exception>
    public static PageCursor Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(text.AsSpan(dash + 1), "n", out var id))
        {
            return new(new DateTimeOffset(ticks, TimeSpan.Zero), id);
        }
        throw new ChartwrightException(ErrorCode.InvalidRequest, "The cursor is not one this list gave out. Start again without it.");
    }
}
