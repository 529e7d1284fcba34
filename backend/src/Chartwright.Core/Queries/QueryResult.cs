using Chartwright.Core.Json;

namespace Chartwright.Core.Queries;

/// <summary>The rows of one statement and when the engine produced them.</summary>
/// <remarks>Shape of <see cref="Rows"/>: a UTF-8 JSON array of arrays, one value per column in column order.</remarks>
public sealed record QueryResult
{
    public required IReadOnlyList<ResultColumn> Columns { get; init; }

    /// <summary>Rows up to the limit, <c>[[…],[…]]</c>.</summary>
    public required RawJson Rows { get; init; }

    /// <summary>Rows in <see cref="Rows"/>.</summary>
    public required int ReturnedRows { get; init; }

    /// <summary>All rows of the statement, counted by the engine; equals <see cref="ReturnedRows"/> unless <see cref="Truncated"/>.</summary>
    public required long RowCount { get; init; }

    public required bool Truncated { get; init; }

    /// <summary>When the engine ran, in UTC: a cached answer keeps the time of its run.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Names the state of the data the rows were read from; changes when a dataset changes.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Names this result: hash of normalised SQL, values, limit and data version.</summary>
    public required string CacheKey { get; init; }

    /// <summary>The engine that ran it: <c>duckdb</c> or <c>spark</c>.</summary>
    public string Engine { get; init; } = "duckdb";

    /// <summary>Time in the engine; of the original run when cached.</summary>
    public required TimeSpan Elapsed { get; init; }

    public bool FromCache { get; init; }
}
