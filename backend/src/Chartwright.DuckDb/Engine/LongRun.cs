namespace Chartwright.DuckDb;

/// <summary>How a statement that writes a file is watched.</summary>
/// <param name="Timeout">Beyond it: <c>query_timeout</c>; infinite for none.</param>
/// <param name="Progress">Told 0 to 1 as DuckDB estimates it, not more than four times a second and on any thread; null to hear nothing.</param>
public readonly record struct LongRun(TimeSpan Timeout, IProgress<double>? Progress = null)
{
    public static LongRun Unlimited { get; } = new(System.Threading.Timeout.InfiniteTimeSpan);
}
