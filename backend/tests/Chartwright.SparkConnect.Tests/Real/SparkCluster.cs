using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Chartwright.SparkConnect.Tests.Real;

/// <summary>A standalone Spark on this machine: a master and workers of one core each, every port on the loopback interface.</summary>
internal sealed partial class SparkCluster : IAsyncDisposable
{
    private static readonly string[] Opened =
    [
        "java.lang", "java.lang.invoke", "java.lang.reflect", "java.io", "java.net", "java.nio", "java.util", "java.util.concurrent", "java.util.concurrent.atomic",
        "jdk.internal.ref", "sun.nio.ch", "sun.nio.cs", "sun.security.action", "sun.util.calendar",
    ];

    private readonly string _home;
    private readonly string _folder = Directory.CreateTempSubdirectory("chartwright-spark-cluster-").FullName;
    private readonly List<Process> _workers = [];
    private Process? _master;

    private SparkCluster(string home) => _home = home;

    /// <summary><c>spark://127.0.0.1:port</c>.</summary>
    public string Master { get; private set; } = "";

    public static async Task<SparkCluster> StartAsync(string home, int workers)
    {
        var cluster = new SparkCluster(home);
        (cluster._master, cluster.Master) = await cluster.StartAsync("Starting Spark master at (spark:\\S+)", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0");
        for (var worker = 1; worker <= workers; worker++)
        {
            var (process, _) = await cluster.StartAsync("(Successfully registered with master)",
                "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "512m", "--work-dir", Path.Combine(cluster._folder, $"{worker}"), "--webui-port", "0", cluster.Master);
            cluster._workers.Add(process);
        }
        return cluster;
    }

    /// <summary>Kills one executor, as by a power cut; its worker starts another.</summary>
    public void KillExecutor() => Kill(FindExecutors().First());

    /// <summary>Kills the workers with all their executors.</summary>
    public void KillWorkers()
    {
        var executors = FindExecutors().ToList(); // no one's children once the workers are gone
        foreach (var worker in _workers) worker.Kill(entireProcessTree: true);
        foreach (var executor in executors) Kill(executor);
    }

    public async ValueTask DisposeAsync()
    {
        KillWorkers();
        _master?.Kill(entireProcessTree: true);
        foreach (var process in _workers.Append(_master!))
        {
            await process.WaitForExitAsync();
            process.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(Process Process, string Said)> StartAsync(string ready, string main, params string[] arguments)
    {
        var java = Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home ? Path.Combine(home, "bin", "java") : "java";
        var start = new ProcessStartInfo(java) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var package in Opened) start.ArgumentList.Add($"--add-opens=java.base/{package}=ALL-UNNAMED");
        foreach (var argument in (string[])["-Xmx192m", "-cp", $"{Path.Combine(_home, "conf")}:{Path.Combine(_home, "jars")}/*", "-Dspark.master.rest.enabled=false", main, .. arguments]) start.ArgumentList.Add(argument);
        (start.Environment["SPARK_HOME"], start.Environment["SPARK_LOCAL_IP"], start.Environment["SPARK_PUBLIC_DNS"]) = (_home, "127.0.0.1", "127.0.0.1");
        (start.Environment["SPARK_LOCAL_DIRS"], start.Environment["SPARK_SCALA_VERSION"]) = (Path.Combine(_folder, "local"), "2.13");
        var said = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        void Read(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is { } text && Regex.Match(text, ready) is { Success: true } match) said.TrySetResult(match.Groups[1].Value);
        }
        process.OutputDataReceived += Read;
        process.ErrorDataReceived += Read;
        process.Exited += (_, _) => said.TrySetException(new InvalidOperationException($"{main} ended."));
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return (process, await said.Task.WaitAsync(TimeSpan.FromMinutes(5)));
    }

    private IEnumerable<int> FindExecutors()
    {
        var workers = _workers.Select(worker => worker.Id).ToHashSet();
        return Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, System.Globalization.CultureInfo.InvariantCulture))
            .Where(process => workers.Contains(FindParent(process)));
    }

    private static int FindParent(int process)
    {
        try
        {
            return int.Parse(Parent.Match(File.ReadAllText($"/proc/{process}/status")).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // it has ended
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // it has ended
        }
    }

    [GeneratedRegex(@"^PPid:\s*(\d+)", RegexOptions.Multiline)]
    private static partial Regex Parent { get; }
}
