using System.Formats.Tar;
using System.IO.Compression;
using Chartwright.Server.Cli;
using Chartwright.Server.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Chartwright.Server.Tests.Cli;

public sealed class BackupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ServerIsRunning_CopiesFilesAndDatabase()
    {
        await using var app = await TestApp.StartAsync();
        using (var stream = await SseReader.AskAsync(app, "kept question"))
        {
            (await app.Agent.NextAsync()).Finish();
            await stream.RestAsync();
        }
        Directory.CreateDirectory(Path.Combine(app.Data, "datasets/a"));
        Directory.CreateDirectory(Path.Combine(app.Data, "spill"));
        await File.WriteAllTextAsync(Path.Combine(app.Data, "datasets/a/rows.parquet"), "rows", Token);
        await File.WriteAllTextAsync(Path.Combine(app.Data, "spill/x"), "passing", Token);
        var target = Path.Combine(app.WebRoot, "backup.tar.gz");
        var restored = Path.Combine(app.WebRoot, "restored");
        Directory.CreateDirectory(restored);

        var exit = await BackupCommand.RunAsync(app.Data, target, Token);
        await using (var zip = new GZipStream(File.OpenRead(target), CompressionMode.Decompress)) await TarFile.ExtractToDirectoryAsync(zip, restored, overwriteFiles: false, Token);

        Assert.Equal(0, exit);
        Assert.Equal("rows", await File.ReadAllTextAsync(Path.Combine(restored, "datasets/a/rows.parquet"), Token));
        Assert.False(Directory.Exists(Path.Combine(restored, "spill")));
        Assert.Equal("kept question", ReadTitle(Path.Combine(restored, "chartwright.db")));
        Assert.Equal(["backup.tar.gz"], Directory.GetFiles(app.WebRoot).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
    }

    [Fact]
    public async Task Run_FileExists_IsRefused()
    {
        var target = Path.GetTempFileName();

        Assert.Equal(1, await BackupCommand.RunAsync(Path.GetTempPath(), target, Token));
        Assert.Equal(0, new FileInfo(target).Length);
        File.Delete(target);
    }

    private static string? ReadTitle(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT title FROM conversations";
        return (string?)command.ExecuteScalar();
    }
}
