using System.Diagnostics;

namespace Chartwright.SparkConnect.Tests.Real;

/// <summary>How a server is started.</summary>
internal sealed record SparkProcessOptions
{
    public string Master { get; init; } = "local[2]";

    /// <summary>That clients must show; empty for none.</summary>
    public string Token { get; init; } = "";

    /// <summary><c>key=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}

/// <summary>A real Spark Connect server on this machine, with a folder of its own.</summary>
/// <remarks>Started by <c>scripts/spark-local.sh</c> with the Spark of <c>SPARK_HOME</c>, or that in a folder <c>shared/spark</c> beside the checkout.</remarks>
internal sealed class SparkProcess : IAsyncDisposable
{
    private readonly string _home;
    private readonly string _folder = Directory.CreateTempSubdirectory("chartwright-real-spark-").FullName;

    private SparkProcess(string home) => _home = home;

    /// <summary><c>sc://127.0.0.1:port</c>.</summary>
    public string Url { get; private set; } = "";

    private int Pid { get; set; }

    private static string Script => Above(AppContext.BaseDirectory, "scripts", "spark-local.sh") ?? throw new InvalidOperationException("The checkout has no scripts/spark-local.sh.");

    /// <returns>Folder of a Spark that can be started here, or null where there is none.</returns>
    public static string? FindHome()
    {
        if (Environment.GetEnvironmentVariable("SPARK_HOME") is { Length: > 0 } named) return named;
        return Above(AppContext.BaseDirectory, "shared", "spark") is { } found && Directory.Exists(Path.Combine(found, "jars")) ? found : null;
    }

    public static async Task<SparkProcess> StartAsync(string home, SparkProcessOptions options)
    {
        var server = new SparkProcess(home);
        await server.StartAsync(port: 0, options);
        return server;
    }

    /// <summary>As by a power cut.</summary>
    public void Kill()
    {
        using var process = Process.GetProcessById(Pid);
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>Another server process on the same port.</summary>
    public Task RestartAsync() => StartAsync(new Uri(Url).Port, new());

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop", "--data", _folder);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(int port, SparkProcessOptions options)
    {
        var answer = await RunAsync(["start", "--port", $"{port}", "--data", _folder, "--wait", "300", "--master", options.Master, "--memory", "1g", "--token", options.Token, .. options.Settings.SelectMany(setting => (string[])["--conf", setting])]);
        var facts = answer.Split('\n').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1]);
        (Url, Pid) = (facts["url"], int.Parse(facts["pid"], System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Script, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, Environment = { ["SPARK_HOME"] = _home },
        })!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()); // the server keeps neither
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}: {await errors}");
    }

    private static string? Above(string folder, params string[] path)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (Path.Combine([at.FullName, .. path]) is var found && Path.Exists(found)) return found;
        }
        return null;
    }
}
