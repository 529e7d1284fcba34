namespace Chartwright.Storage.Stores;

internal static class StoreTitle
{
    public const int MaxLength = 200;

    /// <summary>One line of at most 200 characters; never half a surrogate pair.</summary>
    public static string Fit(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MaxLength) return line.Length == 0 ? "Untitled" : line;
        var end = MaxLength - 1;
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return string.Concat(line.AsSpan(0, end), "…");
    }
}
