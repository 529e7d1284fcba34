namespace Chartwright.Query;

/// <summary>Settings of the data side; section <c>Chartwright:Query</c>.</summary>
public sealed class QueryOptions
{
    public const string Section = "Chartwright:Query";

    /// <summary>Folder of the workspace: uploaded datasets, profiles, the list of kept results. Made with mode 0700 when absent.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Folder of the sample datasets; empty for none. Only read.</summary>
    public string SamplesDirectory { get; set; } = "";

    /// <summary>Memory DuckDB may use, as DuckDB writes it: <c>2GB</c>, <c>512MB</c>. Beyond it, it spills to disk or refuses. On Linux the whole process keeps to twice as much (at most 75 % of the machine's) while statements run.</summary>
    public string MemoryLimit { get; set; } = "2GB";

    /// <summary>Threads of DuckDB; 0 for one per processor.</summary>
    public int Threads { get; set; }

    /// <summary>Seconds a statement may run before it is interrupted.</summary>
    public int QueryTimeoutSeconds { get; set; } = 30;

    /// <summary>Bytes of JSON one result may have.</summary>
    public long MaxResultBytes { get; set; } = 64L << 20;

    /// <summary>Statements that run at once; the others wait, and callers take turns.</summary>
    public int MaxConcurrentQueries { get; set; } = 4;

    /// <summary>Statements that may wait; one more is told to come back later.</summary>
    public int MaxWaitingQueries { get; set; } = 64;

    /// <summary>Statements of one caller (a chat run, or a client's address) that may wait.</summary>
    public int MaxWaitingPerCaller { get; set; } = 16;

    /// <summary>Seconds a statement waits at most.</summary>
    public int MaxWaitSeconds { get; set; } = 30;

    /// <summary>How long a JSON result answers again without running its statement.</summary>
    public TimeSpan CacheTtl { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of results kept in memory; the one unused for longest leaves first.</summary>
    public long CacheBytes { get; set; } = 128L << 20;

    /// <summary>Bytes of whole results kept on disk, for charts of many rows, paging and downloads; the one unused for longest leaves first. One larger is refused.</summary>
    public long ResultFileBytes { get; set; } = 2L << 30;

    /// <summary>Seconds a whole result may take to be written.</summary>
    public int ResultFileTimeoutSeconds { get; set; } = 300;

    /// <summary>Results whose statement is remembered, so that Refresh works after a restart.</summary>
    public int MaxKeptResults { get; set; } = 10_000;

    /// <summary>Bytes of one uploaded file, after unpacking.</summary>
    public long MaxUploadBytes { get; set; } = 4L << 30;

    /// <summary>Bytes of the whole data folder: an import that would exceed them is refused.</summary>
    public long MaxDataBytes { get; set; } = 100L << 30;

    /// <summary>How long a preview of an upload waits to be committed.</summary>
    public TimeSpan PreviewTtl { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Seconds the conversion of one uploaded file may take.</summary>
    public int ImportTimeoutSeconds { get; set; } = 600;
}
