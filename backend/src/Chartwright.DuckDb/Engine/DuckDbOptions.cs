namespace Chartwright.DuckDb;

/// <summary>How an engine is opened. Nothing of it can change afterwards.</summary>
public sealed record DuckDbOptions
{
    /// <summary>Directories whose files statements may read (and trusted ones write); everything below each. Ignored when not <see cref="Locked"/>.</summary>
    public IReadOnlyList<string> AllowedDirectories { get; init; } = [];

    /// <summary>Where large sorts and joins spill to; null forbids spilling.</summary>
    public string? TempDirectory { get; init; }

    /// <summary>Bytes spilled at most, in DuckDB's notation.</summary>
    public string MaxTempSize { get; init; } = "10GB";

    /// <summary>Memory of the whole engine, in DuckDB's notation; a query beyond it spills or fails.</summary>
    public string MemoryLimit { get; init; } = "2GB";

    /// <summary>Memory of the whole process while statements run, bytes: beyond it a statement fails, whatever it makes. Twice <see cref="MemoryLimit"/> when null; the largest of all engines counts. Linux only.</summary>
    public long? MaxProcessBytes { get; init; }

    /// <summary>Threads shared by all queries.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Statements that run at once; others wait their turn.</summary>
    public int MaxConcurrentQueries { get; init; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>Time of one query from its start in the engine; beyond it: <c>query_timeout</c>.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Characters of one statement; planning cannot be interrupted and grows with its length. Beyond it: <c>sql_forbidden</c>. Trusted statements have no limit.</summary>
    public int MaxSqlChars { get; init; } = 200_000;

    /// <summary>JSON bytes of one result kept in memory; beyond it: <c>result_too_large</c>.</summary>
    public long MaxResultBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>True: no file outside <see cref="AllowedDirectories"/>, no extension, no change of settings. False: the trusted engine for imports.</summary>
    public bool Locked { get; init; } = true;

    /// <summary>Measures <see cref="QueryTimeout"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
