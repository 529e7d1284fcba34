using System.Diagnostics;
using System.Globalization;

namespace Chartwright.Bench;

/// <summary>Runs two sides in turns, A B A B, so that the machine's other load meets both, and compares pair by pair.</summary>
internal static class Measure
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private const int WarmPairs = 3; // fewer pairs are long ones, where warming up is lost in the whole

    public static async Task<Comparison> PairsAsync(int pairs, Func<Task<Sample>> ours, Func<Task<Sample>> peer)
    {
        if (pairs >= WarmPairs)
        {
            for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp;) await ours(); // until compiled at its best
            await peer();
        }

        var samples = new List<(Sample Ours, Sample Peer)>(pairs);
        for (var pair = 0; pair < pairs; pair++) samples.Add((await ours(), await peer()));
        return new(
            Median(samples.Select(s => s.Ours.WallMs)), Median(samples.Select(s => s.Peer.WallMs)),
            Median(samples.Select(s => s.Peer.WallMs / s.Ours.WallMs)), Median(samples.Select(s => s.Peer.CpuMs / s.Ours.CpuMs)));
    }

    /// <summary>Time of one call in this process, averaged over <paramref name="repeats"/>.</summary>
    public static async Task<Sample> TimeAsync(int repeats, Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        for (var repeat = 0; repeat < repeats; repeat++) await work();
        var wall = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        return new(wall.TotalMilliseconds / repeats, (process.TotalProcessorTime - cpu).TotalMilliseconds / repeats);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>One line of the table: measure, ours, peer, ratio, goal.</summary>
    public static void Print(string measure, string ours, string peer, string ratio, string goal) =>
        Console.WriteLine(string.Join('\t', measure, ours, peer, ratio, goal));

    public static string Text(double value, string unit) =>
        (value >= 100 ? value.ToString("F0", CultureInfo.InvariantCulture) : value.ToString("G3", CultureInfo.InvariantCulture)) + unit;
}

/// <param name="WallMs">Elapsed milliseconds.</param>
/// <param name="CpuMs">Milliseconds of all threads of the process: what a busy machine changes least.</param>
internal sealed record Sample(double WallMs, double CpuMs);

/// <param name="Ours">Median elapsed milliseconds.</param>
/// <param name="Peer">Median elapsed milliseconds.</param>
/// <param name="Ratio">Median of peer over ours, pair by pair.</param>
/// <param name="CpuRatio">The same of processor time.</param>
internal sealed record Comparison(double Ours, double Peer, double Ratio, double CpuRatio)
{
    public void Print(string measure, string goal) => Measure.Print(
        measure, Measure.Text(Ours, " ms"), Measure.Text(Peer, " ms"), $"{Measure.Text(Ratio, "x")} (cpu {Measure.Text(CpuRatio, "x")})", goal);
}
