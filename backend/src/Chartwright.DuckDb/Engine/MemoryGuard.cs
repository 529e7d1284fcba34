using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>Bounds what statements may make of the process. DuckDB's own limit does not count the texts and lists of expressions, and nothing interrupts one that grows: so, while statements run,
/// allocations beyond the budget fail, and with them the statement. One for the process; where the system offers no such limit it does nothing.</summary>
/// <remarks>Budget and growth are of memory in use. What the engine's allocator keeps mapped and unused does not count, or one large statement would leave nothing for the rest of the process.</remarks>
internal static class MemoryGuard
{
    private const long Reserve = 512L << 20; // beyond the budget, for the runtime and not for long
    private const long Least = 128L << 20; // that may always be taken between two looks, until the reserve is used up
    private const long Trickle = 8L << 20; // and then: enough for the runtime, too little for a statement that grows
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private static readonly Lock Gate = new();
    private static readonly ManualResetEventSlim Wanted = new();
    private static ProcessLimits? _limits;
    private static long _budget;
    private static int _running;

    /// <summary>Lets statements use up to so many bytes; the largest budget of all engines counts.</summary>
    public static void Require(long budgetBytes)
    {
        if (!OperatingSystem.IsLinux() || budgetBytes <= 0) return;
        lock (Gate)
        {
            _budget = Math.Max(_budget, Math.Min(budgetBytes, (long)(0.75 * GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)));
            if (_limits is not null || !File.Exists("/proc/self/statm")) return;
            _limits = new();
            new Thread(Watch) { IsBackground = true, Name = "memory guard", Priority = ThreadPriority.Highest }.Start();
        }
    }

    /// <summary>A statement runs until the answer is disposed.</summary>
    public static Lease Enter()
    {
        if (_limits is null) return default;
        lock (Gate)
        {
            if (_running++ == 0) Wanted.Set();
            Look();
        }
        return new(IsHeld: true);
    }

    private static void Leave()
    {
        lock (Gate)
        {
            if (--_running == 0) Wanted.Reset();
            Look();
        }
    }

    private static void Watch()
    {
        for (; ; )
        {
            Wanted.Wait();
            Thread.Sleep(Interval);
            lock (Gate) Look();
        }
    }

    private static void Look()
    {
        if (!OperatingSystem.IsLinux() || _limits is not { } limits) return;
        if (_running == 0)
        {
            limits.SetMapped(null);
            return;
        }
        var (resident, mapped) = limits.Read();
        var least = resident < _budget + Reserve ? Least : resident < (_budget * 3 / 2) + Reserve ? Trickle : 0;
        limits.SetMapped(mapped + Math.Max(_budget - resident, least));
    }

    public readonly record struct Lease(bool IsHeld) : IDisposable
    {
        public void Dispose()
        {
            if (IsHeld) Leave();
        }
    }
}
