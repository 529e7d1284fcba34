namespace Chartwright.Server.Config;

/// <summary>Folders that belong to the program: beside it once published, in the checkout while it is developed.</summary>
internal static class ProgramFolders
{
    /// <summary>The path of <paramref name="parts"/> under every folder above the program, nearest first.</summary>
    public static IEnumerable<string> Above(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine([folder.FullName, .. parts]);
    }

    /// <returns>The folder of the sample data, or null when there is none or none is wanted.</returns>
    public static string? FindSamples(string? configured)
    {
        if (configured is "") return null;
        var candidates = configured is null ? Above("samples") : [configured];
        return candidates.Select(Path.GetFullPath).FirstOrDefault(Directory.Exists);
    }

    /// <summary>Makes the folder for its owner only, if it is absent.</summary>
    /// <returns>Its absolute path.</returns>
    public static string MakePrivate(string path)
    {
        var full = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(full);
        else Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return full;
    }
}
