using System.CommandLine;
using Chartwright.Core.Errors;
using Chartwright.Query.Ingestion;
using Chartwright.Server.Config;

namespace Chartwright.Server.Cli;

/// <summary><c>chartwright import PATH</c>: makes tables of a file or of every file in a folder, without a server.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A CSV, TSV, JSON, NDJSON, Parquet or XLSX file, or a folder of them." };
        var name = new Option<string?>("--name") { Description = "Name of the table (default: the file's)." };
        var replace = new Option<bool>("--replace") { Description = "Let a table of that name give way." };
        var data = new Option<string?>("--data") { Description = "The data folder (default ./data)." };
        var command = new Command("import", "Makes tables of files. A running server sees them after a restart; upload to it instead.") { path, name, replace, data };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetValue(path)!, arguments.GetValue(name), arguments.GetValue(replace), arguments.GetValue(data), cancellationToken));
        return command;
    }

    /// <returns>The exit code: 0 when every file became a table.</returns>
    public static async Task<int> RunAsync(string path, string? name, bool replace, string? data, CancellationToken cancellationToken)
    {
        string[] files = Directory.Exists(path) ? [.. Directory.GetFiles(path).Order(StringComparer.Ordinal)] : File.Exists(path) ? [path] : [];
        if (files.Length == 0 || name is not null && files.Length > 1)
        {
            await Console.Error.WriteLineAsync(files.Length == 0 ? "error: there is no file at that place." : "error: --name is for one file.");
            return 1;
        }
        var builder = WebApplication.CreateSlimBuilder();
        if (data is not null) builder.Configuration.AddInMemoryCollection([new($"{ServerOptions.Section}:{nameof(ServerOptions.Data)}", data)]);
        builder.Logging.ClearProviders();
        builder.AddRooms();
        await using var services = builder.Services.BuildServiceProvider();
        var datasets = services.GetRequiredService<IDatasets>();
        var failures = 0;
        foreach (var file in files) failures += await ImportAsync(datasets, file, name, replace, cancellationToken) ? 0 : 1;
        return failures == 0 ? 0 : 1;
    }

    private static async Task<bool> ImportAsync(IDatasets datasets, string file, string? name, bool replace, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(file);
            var table = await datasets.ImportAsync(content, Path.GetFileName(file), name, replace, progress: null, cancellationToken);
            Console.WriteLine($"{table.Name}: {table.RowCount:N0} rows, {table.Columns.Count} columns");
            return true;
        }
        catch (ChartwrightException refusal)
        {
            await Console.Error.WriteLineAsync($"error: {Path.GetFileName(file)}: {refusal.Message}");
            return false;
        }
    }
}
