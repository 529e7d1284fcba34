using System.Diagnostics;

namespace Chartwright.Testing;

/// <summary>A file system of 16 MB, for as long as the test runs.</summary>
public sealed class SmallDisk : IDisposable
{
    /// <summary>Why a test is skipped where none can be mounted.</summary>
    public const string NotHere = "Only root may mount a small file system to fill.";

    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>Mounts a new one.</summary>
    /// <returns>Null where this process may not mount one.</returns>
    public static SmallDisk? TryMount()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var folder = Directory.CreateTempSubdirectory("chartwright-small-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder)) return new(folder);
        Directory.Delete(folder);
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program
        }
    }
}
