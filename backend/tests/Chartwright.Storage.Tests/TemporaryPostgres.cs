using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Chartwright.Storage.Tests;

/// <summary>A PostgreSQL server of its own in a temporary folder on a free loopback port; stopped and removed at the end.</summary>
public sealed class TemporaryPostgres : IAsyncLifetime
{
    private static readonly string? Binaries = FindBinaries();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chartwright-postgres-");
    private readonly int _port = FreePort();

    public static bool IsInstalled => Binaries is not null;

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=chartwright;Database={database};Pooling=false";

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled) return;
        if (Environment.UserName == "root") await RunAsync("chown", ["postgres", _directory.FullName], asOwner: false);
        var data = Path.Combine(_directory.FullName, "data");
        await RunAsync($"{Binaries}/initdb", ["-D", data, "-U", "chartwright", "--auth=trust", "-E", "UTF8", "--no-sync"]);
        await RunAsync($"{Binaries}/pg_ctl",
            ["-s", "-D", data, "-w", "-t", "120", "-l", Path.Combine(_directory.FullName, "log"), "-o", $"-p {_port} -h 127.0.0.1 -k {_directory.FullName} -F", "start"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (IsInstalled) await RunAsync($"{Binaries}/pg_ctl", ["-s", "-D", Path.Combine(_directory.FullName, "data"), "-m", "immediate", "stop"]);
        _directory.Delete(recursive: true);
    }

    // the server refuses to run as root, so there the steps are taken as the user that Debian's package makes
    private static async Task RunAsync(string program, string[] arguments, bool asOwner = true)
    {
        var start = asOwner && Environment.UserName == "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = "/";
        start.RedirectStandardOutput = program.EndsWith("initdb", StringComparison.Ordinal); // its report fits the pipe's buffer
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static string? FindBinaries() =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
        .Select(version => Path.Combine(version, "bin"))
        .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
        .Order(StringComparer.Ordinal).LastOrDefault();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
