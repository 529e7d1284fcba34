using System.IO.Enumeration;

namespace Chartwright.Server.Cli;

/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path from the folder that was asked for, that folder's name included.</param>
internal sealed record FoundFile(string Path, string Name)
{
    /// <summary>Whether it lies in a folder named <c>key=value</c>.</summary>
    public bool IsPartitioned => Name.Split('/').SkipLast(1).Any(segment => segment.Contains('=', StringComparison.Ordinal));
}

/// <summary>Finds the files of a path, a folder or a pattern.</summary>
internal static class PathPattern
{
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    /// <summary>A folder's own files, or all below it when it has none of its own; <c>*</c> and <c>?</c> stand for characters of a name, <c>**</c> for folders.</summary>
    /// <returns>Ordered by path; empty when there is none.</returns>
    public static IReadOnlyList<FoundFile> List(string path)
    {
        if (File.Exists(path)) return [new(path, Path.GetFileName(path))];
        if (Directory.Exists(path))
        {
            var own = Directory.GetFiles(path).Where(IsData).ToArray();
            return Found(path, own.Length > 0 ? own : Directory.EnumerateFiles(path, "*", Deep).Where(IsData));
        }
        var fixedPart = path[..(path.AsSpan(0, Math.Max(0, path.IndexOfAny(['*', '?']))).LastIndexOf('/') + 1)];
        var root = fixedPart.Length == 0 ? "." : fixedPart;
        if (path.IndexOfAny(['*', '?']) < 0 || !Directory.Exists(root)) return [];
        var pattern = path[fixedPart.Length..];
        return Found(root, Directory.EnumerateFiles(root, "*", Deep).Where(file => Matches(pattern.Split('/'), Relative(root, file).Split('/'))));
    }

    // Spark and its kin leave _SUCCESS, checksums and the like beside the data
    private static bool IsData(string path) => Path.GetFileName(path) is not ['.' or '_', ..];

    private static FoundFile[] Found(string root, IEnumerable<string> files)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)));
        return [.. files.Order(StringComparer.Ordinal).Select(file => new FoundFile(file, $"{name}/{Relative(root, file)}"))];
    }

    private static string Relative(string root, string file) => Path.GetRelativePath(root, file).Replace('\\', '/');

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty) return path.IsEmpty;
        if (pattern[0] == "**")
        {
            for (var skipped = 0; skipped <= path.Length; skipped++)
                if (Matches(pattern[1..], path[skipped..])) return true;
            return false;
        }
        return !path.IsEmpty && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false) && Matches(pattern[1..], path[1..]);
    }
}
