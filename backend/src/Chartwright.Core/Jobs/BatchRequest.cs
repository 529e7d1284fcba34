using Chartwright.Core.Ids;
using Chartwright.Core.Queries;

namespace Chartwright.Core.Jobs;

/// <summary>The files a job writes; on the wire in lower case.</summary>
public enum BatchFormat
{
    Parquet,
    Csv,
}

/// <summary>One attempt of a job.</summary>
/// <param name="JobId">The job; its attempts share it.</param>
/// <param name="Sql">One read-only statement in the engine's SQL; nobody has checked it yet.</param>
/// <param name="Format">What the part files are.</param>
/// <param name="Directory">Absolute; its parent exists, it does not. Every attempt has one of its own.</param>
/// <param name="MaxRows">Rows written at most; null for all.</param>
/// <param name="TimeLimit">From the call on.</param>
public sealed record BatchRequest(JobId JobId, string Sql, BatchFormat Format, string Directory, long? MaxRows, TimeSpan TimeLimit);

/// <summary>How far an attempt is; what an engine does not know is null.</summary>
/// <param name="Fraction">0 to 1 as the engine sees it; may go backwards, the job's does not.</param>
/// <param name="TasksDone">Of <paramref name="TasksTotal"/>, over all stages.</param>
/// <param name="TasksTotal">Known so far: it grows.</param>
/// <param name="StagesDone">Of <paramref name="StagesTotal"/>.</param>
/// <param name="StagesTotal">Known so far.</param>
/// <param name="BytesRead">Input read.</param>
public sealed record BatchProgress(double? Fraction, long? TasksDone = null, long? TasksTotal = null, int? StagesDone = null, int? StagesTotal = null, long? BytesRead = null);

/// <summary>What a finished attempt says of its files.</summary>
/// <param name="Columns">With DuckDB's names of the types.</param>
/// <param name="RowCount">As the engine counted; null when it did not.</param>
/// <param name="Truncated">There were more rows than <see cref="BatchRequest.MaxRows"/>.</param>
public sealed record BatchOutcome(IReadOnlyList<ResultColumn> Columns, long? RowCount, bool Truncated);
