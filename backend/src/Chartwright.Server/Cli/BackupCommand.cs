using System.CommandLine;
using System.Formats.Tar;
using System.IO.Compression;
using Chartwright.Server.Config;
using Microsoft.Data.Sqlite;

namespace Chartwright.Server.Cli;

/// <summary><c>chartwright backup FILE</c>: the whole data folder as one .tar.gz, while the server may be running.</summary>
internal static class BackupCommand
{
    private const string Database = "chartwright.db";

    /// <summary>Folders whose content is made again when it is missing.</summary>
    private static readonly string[] Passing = ["spill", "incoming"];

    public static Command Create()
    {
        var target = new Argument<string>("file") { Description = "The .tar.gz to write; it must not exist." };
        var data = new Option<string>("--data") { Description = "The data folder.", DefaultValueFactory = _ => new ServerOptions().Data };
        var command = new Command("backup", "Copies uploads, results, history and keys into one file.") { target, data };
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(data)!, arguments.GetValue(target)!, cancellationToken));
        return command;
    }

    /// <summary>Writes the archive for its owner only; a failure leaves no half of it behind.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string data, string target, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(data);
        if (!Directory.Exists(folder) || File.Exists(target))
        {
            await Console.Error.WriteLineAsync(File.Exists(target) ? "error: the file exists already." : "error: there is no data folder at that place. Name it with --data.");
            return 1;
        }
        var temporary = target + ".part";
        try
        {
            var count = await WriteAsync(folder, temporary, cancellationToken);
            File.Move(temporary, target);
            Console.WriteLine($"{count} files, {new FileInfo(target).Length:N0} bytes: {target}");
            return 0;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task<int> WriteAsync(string folder, string target, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(target, options);
        await using var zip = new GZipStream(file, CompressionLevel.Fastest); // Parquet does not shrink
        await using var tar = new TarWriter(zip);
        var count = 0;
        foreach (var path in Files(folder))
        {
            await tar.WriteEntryAsync(path, Path.GetRelativePath(folder, path), cancellationToken);
            count++;
        }
        if (!File.Exists(Path.Combine(folder, Database))) return count;
        var snapshot = target + ".db";
        try
        {
            TakeSnapshot(Path.Combine(folder, Database), snapshot);
            await tar.WriteEntryAsync(snapshot, Database, cancellationToken);
            return count + 1;
        }
        finally
        {
            File.Delete(snapshot);
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(path => Path.GetRelativePath(folder, path) is var name && !name.StartsWith(Database, StringComparison.Ordinal) && !Passing.Contains(name.Split(Path.DirectorySeparatorChar)[0]));

    /// <summary>SQLite's own online backup: the copy is one moment of the database, whatever is being written.</summary>
    private static void TakeSnapshot(string source, string target)
    {
        using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ConnectionString);
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }
}
