using System.Text.Json;
using Chartwright.Server.StaticExport;

namespace Chartwright.Server.Security;

/// <summary>Hashes of the inline scripts of every page, as the build wrote them: <c>{ "index.html": ["sha256-…"] }</c>.</summary>
internal sealed class PageHashes(ExportFiles files)
{
    public const string FileName = "csp-hashes.json";
    private (ExportFile? File, IReadOnlyDictionary<string, IReadOnlyList<string>> Pages) _read = (null, new Dictionary<string, IReadOnlyList<string>>());

    /// <returns>CSP sources, quotes included; empty for a page without inline scripts.</returns>
    public IReadOnlyList<string> Of(string page)
    {
        var file = files.Find(FileName);
        if (!ReferenceEquals(file, _read.File)) _read = (file, file is null ? new Dictionary<string, IReadOnlyList<string>>() : Parse(file.Content));
        return _read.Pages.GetValueOrDefault(page, []);
    }

    /// <summary>Only hashes pass: the file is no way to widen the policy.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Parse(ReadOnlySpan<byte> json) =>
        (JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? []).ToDictionary(
            page => page.Key,
            IReadOnlyList<string> (page) => [.. page.Value.Select(hash => hash.Trim('\'')).Where(IsHash).Select(hash => $"'{hash}'")],
            StringComparer.Ordinal);

    private static bool IsHash(string text) =>
        text.StartsWith("sha256-", StringComparison.Ordinal) && Convert.TryFromBase64String(text["sha256-".Length..], stackalloc byte[64], out _);
}
