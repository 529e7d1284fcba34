using System.Text.Json;
using Chartwright.Core.Json;

namespace Chartwright.Query.Files;

/// <summary>Files only the owner of the process may read: folders 0700, files 0600. Windows keeps the rights of the parent folder.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Indented = new(ChartwrightJson.Options)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Makes the folder and the missing ones above it. One that stands keeps its mode.</summary>
    public static string CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows()) return Directory.CreateDirectory(path).FullName;
        return Directory.CreateDirectory(path, FolderMode).FullName;
    }

    /// <summary>Opens a new or emptied file for writing.</summary>
    public static FileStream Create(string path, FileMode mode = System.IO.FileMode.Create, FileOptions how = FileOptions.Asynchronous)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read, Options = how };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = FileMode;
        return new(path, options);
    }

    /// <summary>Takes the rights of others from a file another program wrote, and forces its bytes to the disk.</summary>
    public static void Seal(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, FileMode);
        using var file = new FileStream(path, System.IO.FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Replaces a file whole: a reader sees the old or the new one, never a half, also after a power cut.</summary>
    public static async Task WriteJsonAsync<T>(string path, T value, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var file = Create(temporary))
            {
                await JsonSerializer.SerializeAsync(file, value, Indented, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <returns>The value in the file, or null when there is none or it cannot be read as one.</returns>
    public static async Task<T?> ReadJsonAsync<T>(string path, CancellationToken cancellationToken) where T : class
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<T>(file, ChartwrightJson.Options, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }
}
