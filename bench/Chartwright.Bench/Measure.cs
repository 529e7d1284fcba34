using System.Diagnostics;
using System.Globalization;

namespace Chartwright.Bench;

/// <summary>Runs two sides in turns, A B A B, so that the machine's other load meets both, and compares pair by pair.</summary>
internal static class Measure
{
    private const int WarmPairs = 3; // fewer pairs are long ones, where warming up is lost in the whole

    /// <returns>Median milliseconds of each side and the median of the pairs' ratios, peer over ours: 2 means twice as fast as the peer.</returns>
    public static async Task<Comparison> PairsAsync(int pairs, Func<Task<double>> ours, Func<Task<double>> peer)
    {
        if (pairs >= WarmPairs)
        {
            for (var round = 0; round < 3; round++) await ours(); // until compiled at its best
            await peer();
        }

        var samples = new List<(double Ours, double Peer)>(pairs);
        for (var pair = 0; pair < pairs; pair++) samples.Add((await ours(), await peer()));
        return new(Median(samples.Select(s => s.Ours)), Median(samples.Select(s => s.Peer)), Median(samples.Select(s => s.Peer / s.Ours)));
    }

    /// <returns>Milliseconds of one call, averaged over <paramref name="repeats"/>.</returns>
    public static async Task<double> TimeAsync(int repeats, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var repeat = 0; repeat < repeats; repeat++) await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / repeats;
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

/// <param name="Ours">Median milliseconds.</param>
/// <param name="Peer">Median milliseconds.</param>
/// <param name="Ratio">Median of peer over ours, pair by pair.</param>
internal sealed record Comparison(double Ours, double Peer, double Ratio)
{
    public void Print(string measure, string goal) =>
        Measure.Print(measure, Measure.Text(Ours, " ms"), Measure.Text(Peer, " ms"), Measure.Text(Ratio, "x"), goal);
}
