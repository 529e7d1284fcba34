using System.Diagnostics;

namespace Chartwright.SparkConnect.Tests.Real;

/// <summary>A real Spark Connect server on this machine, with a folder of its own.</summary>
/// <remarks>Started by <c>connect-server.sh</c>, from <c>SPARK_CONNECT_SCRIPTS</c> or the folder <c>shared/spark</c> beside the checkout.</remarks>
internal sealed class SparkProcess : IAsyncDisposable
{
    private readonly string _script;
    private readonly string _folder = Directory.CreateTempSubdirectory("chartwright-real-spark-").FullName;

    private SparkProcess(string script) => _script = script;

    /// <summary><c>sc://127.0.0.1:port</c>.</summary>
    public string Url { get; private set; } = "";

    private int Pid { get; set; }

    /// <returns>The script that starts a server, or null where there is none.</returns>
    public static string? FindScript()
    {
        if (Environment.GetEnvironmentVariable("SPARK_CONNECT_SCRIPTS") is { Length: > 0 } named) return Existing(named);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "spark")) is { } found) return found;
        }
        return null;
    }

    public static async Task<SparkProcess> StartAsync(string script, params string[] settings)
    {
        var server = new SparkProcess(script);
        await server.StartAsync(port: 0, settings);
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
    public Task RestartAsync() => StartAsync(new Uri(Url).Port, []);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop", "--data", _folder);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(int port, string[] settings)
    {
        var answer = await RunAsync(["start", "--port", $"{port}", "--data", _folder, "--wait", "300", .. settings.SelectMany(setting => (string[])["--conf", setting])]);
        var facts = answer.Split('\n').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1]);
        (Url, Pid) = (facts["url"], int.Parse(facts["pid"], System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [_script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var lines = new List<string>();
        // the server inherits the pipes: they do not end with the script
        process.OutputDataReceived += (_, line) => { lock (lines) lines.Add(line.Data ?? ""); };
        process.ErrorDataReceived += (_, line) => { lock (lines) lines.Add(line.Data ?? ""); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!process.HasExited) await Task.Delay(50);
        await Task.Delay(100); // the last lines
        lock (lines) return process.ExitCode == 0 ? string.Join('\n', lines) : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}: {string.Join('\n', lines)}");
    }

    private static string? Existing(string folder) => Path.Combine(folder, "connect-server.sh") is var script && File.Exists(script) ? script : null;
}
