using System.CommandLine;
using Chartwright.Core.Errors;
using Chartwright.Query.Ingestion;
using Chartwright.Server.Config;

namespace Chartwright.Server.Cli;

/// <summary><c>chartwright import PATH</c>: makes tables of a file, of every file a pattern finds, or of a folder. A running server sees them at its next look.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A file, a pattern such as \"logs/*.csv\", or a folder. CSV, TSV, JSON, NDJSON, Parquet, XLSX, XLS, DuckDB, SQLite; also .gz and .zst." };
        var name = new Option<string?>("--name") { Description = "Name of the table (default: the file's); of several tables what their names begin with." };
        var replace = new Option<bool>("--replace") { Description = "Let a table of that name give way." };
        var asOne = new Option<bool>("--as-one") { Description = "All files are parts of one table. A folder with folders named key=value in it always is." };
        var data = new Option<string?>("--data") { Description = "The data folder (default ./data)." };
        var command = new Command("import", "Makes tables of files. A server that runs on the same data folder sees them at once.") { path, name, replace, asOne, data };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            new(arguments.GetValue(path)!, arguments.GetValue(name), arguments.GetValue(replace), arguments.GetValue(asOne), arguments.GetValue(data)), cancellationToken));
        return command;
    }

    /// <returns>The exit code: 0 when every file became a table.</returns>
    public static async Task<int> RunAsync(ImportArguments arguments, CancellationToken cancellationToken)
    {
        var files = PathPattern.List(arguments.Path);
        if (files.Count == 0)
        {
            await Console.Error.WriteLineAsync("error: there is no file at that place.");
            return 1;
        }
        var builder = WebApplication.CreateSlimBuilder();
        if (arguments.Data is { } data) builder.Configuration.AddInMemoryCollection([new($"{ServerOptions.Section}:{nameof(ServerOptions.Data)}", data)]);
        builder.Logging.ClearProviders();
        builder.AddRooms();
        await using var services = builder.Services.BuildServiceProvider();
        var datasets = services.GetRequiredService<IDatasets>();
        var isOne = arguments.AsOne || files.Any(file => file.IsPartitioned);
        var failures = 0;
        foreach (var group in files.Chunk(isOne ? files.Count : 1))
            failures += await ImportAsync(datasets, group, arguments, isOne, cancellationToken) ? 0 : 1;
        return failures == 0 ? 0 : 1;
    }

    private static async Task<bool> ImportAsync(
        IDatasets datasets, FoundFile[] files, ImportArguments arguments, bool isOne, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ImportRequest(OpenAsync(files)) { Name = arguments.Name, Replace = arguments.Replace, AsOne = isOne };
            foreach (var table in await datasets.ImportAsync(request, progress: null, cancellationToken))
                Console.WriteLine($"{table.Name}: {table.RowCount:N0} rows, {table.Columns.Count} columns");
            return true;
        }
        catch (Exception refusal) when (refusal is ChartwrightException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(files.Length > 1 ? $"error: {refusal.Message}" : $"error: {Path.GetFileName(files[0].Path)}: {refusal.Message}");
            return false;
        }
    }

    private static async IAsyncEnumerable<ImportFile> OpenAsync(FoundFile[] files)
    {
        foreach (var file in files)
        {
            await using var content = File.OpenRead(file.Path);
            yield return new(file.Name, content);
        }
    }
}

/// <param name="Path">A file, a folder, or a pattern of file names.</param>
/// <param name="Name">As in <see cref="ImportRequest.Name"/>.</param>
/// <param name="Data">The data folder; null for the configured one.</param>
internal sealed record ImportArguments(string Path, string? Name = null, bool Replace = false, bool AsOne = false, string? Data = null);
