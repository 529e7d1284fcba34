using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Chartwright.Server.Cli;

namespace Chartwright.Server.Tests.Cli;

/// <summary>The program as it is started by hand.</summary>
public sealed class ServeProcessTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("chartwright-process-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_Sigterm_EndsCleanlyAndKeepsWhatWasSaid()
    {
        using var server = Start("serve", "--port", "0");
        var ready = await server.StandardOutput.ReadLineAsync(Token);
        using var client = new HttpClient { BaseAddress = new(ready!["Chartwright is ready: ".Length..]) };
        using var answer = await client.PostAsJsonAsync("/api/chat", new { message = "average horsepower by origin" }, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);

        using var kill = Process.Start("kill", ["-TERM", $"{server.Id}"]);
        await server.WaitForExitAsync(Token);

        Assert.Equal(0, server.ExitCode);
        Assert.Contains("event: artifact", text);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_data, "made")));
        Assert.True(File.Exists(Path.Combine(_data, "made", "chartwright.db")));
    }

    [Fact]
    public async Task Serve_TakenPort_SaysSoInOneLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        using var server = Start("serve", "--port", $"{port}");
        var error = await server.StandardError.ReadToEndAsync(Token);
        await server.WaitForExitAsync(Token);

        Assert.Equal(1, server.ExitCode);
        var said = Assert.Single(error.Split('\n'), line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.Contains($"{port}", said);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void FindFreePort_FirstIsTaken_TakesTheNext()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        Assert.InRange(Listening.FindFreePort(port), port + 1, port + 50);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chartwright.dll"), .. arguments, "--data", Path.Combine(_data, "made")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _data,
        };
        return Process.Start(start)!;
    }
}
