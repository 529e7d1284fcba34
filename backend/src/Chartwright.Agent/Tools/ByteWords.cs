using System.Globalization;

namespace Chartwright.Agent.Tools;

/// <summary>Sizes in words.</summary>
internal static class ByteWords
{
    private const long Large = 1_000_000_000;

    /// <summary>A table of this size may take a statement longer than it has: the model is told, and can make it a job.</summary>
    public static bool IsLarge(long? bytes) => bytes >= Large;

    /// <returns>E.g. <c>1.2 GB</c>.</returns>
    public static string Write(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
    };
}
