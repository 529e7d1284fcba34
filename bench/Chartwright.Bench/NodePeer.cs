using System.Diagnostics;
using System.Globalization;

namespace Chartwright.Bench;

/// <summary>The peer in its own process: one line of SQL in, its milliseconds out.</summary>
internal sealed class NodePeer : IDisposable
{
    private readonly Process _process;

    public NodePeer(string script) => _process = Process.Start(new ProcessStartInfo("node", [script])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    }) ?? throw new InvalidOperationException("node did not start");

    /// <summary>Runs a statement without a result.</summary>
    public Task ExecuteAsync(string sql) => SendAsync("execute", 1, sql);

    /// <summary>From SQL to the text of its rows, averaged over <paramref name="repeats"/>.</summary>
    public async Task<Sample> JsonAsync(string sql, int repeats)
    {
        var answer = await SendAsync("json", repeats, sql);
        return new(answer[0], answer[1]);
    }

    /// <summary>Peak resident megabytes of the peer's process.</summary>
    public async Task<double> PeakMegabytesAsync() => (await SendAsync("memory", 1, ""))[0];

    private async Task<double[]> SendAsync(string command, int repeats, string sql)
    {
        await _process.StandardInput.WriteLineAsync($"{command}\t{repeats}\t{sql.ReplaceLineEndings(" ")}");
        var answer = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the peer has ended");
        return [.. answer.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _process.StandardInput.Close(); // its end of input ends it
        _process.WaitForExit();
        _process.Dispose();
    }
}
