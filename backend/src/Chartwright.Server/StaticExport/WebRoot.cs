using Chartwright.Server.Config;
using Microsoft.Extensions.Options;

namespace Chartwright.Server.StaticExport;

/// <summary>The folder of the built pages.</summary>
internal sealed class WebRoot(IOptions<ServerOptions> options)
{
    /// <summary>Absolute; null when there is no build.</summary>
    public string? Folder { get; } = Locate(options.Value.WebRoot);

    /// <returns>The file's absolute path, or null when it is not there or not inside the folder.</returns>
    public string? FindFile(string relativePath)
    {
        if (Folder is null || relativePath.Contains('\0') || relativePath.Split('/', '\\').Any(part => part.StartsWith('.'))) return null;
        var path = Path.GetFullPath(Path.Combine(Folder, relativePath.TrimStart('/')));
        return path.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) ? path : null;
    }

    private static string? Locate(string? configured)
    {
        var candidates = string.IsNullOrEmpty(configured)
            ? [Path.Combine(AppContext.BaseDirectory, "wwwroot"), .. ProgramFolders.Above("frontend", "out")]
            : new[] { configured };
        return candidates.Select(Path.GetFullPath).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "index.html")));
    }
}
