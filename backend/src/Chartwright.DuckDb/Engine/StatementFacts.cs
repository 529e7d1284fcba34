using Chartwright.Core.Errors;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>What DuckDB itself says about a text, found without running it. Names are as written.</summary>
public sealed record StatementFacts
{
    /// <summary>Statements DuckDB extracts from the text: 0 for an empty one or a syntax error.</summary>
    public required int StatementCount { get; init; }

    /// <summary>Kind of a single statement that could be prepared; else <see cref="StatementKind.Invalid"/>.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>True when <c>json_serialize_sql</c> takes it: a query that writes nothing. EXPLAIN, PRAGMA and a dynamic PIVOT are not.</summary>
    public bool IsSerializable { get; init; }

    /// <summary>Functions in FROM, at any depth: <c>read_csv</c>, <c>range</c> … in lower case; with catalog and schema when a catalog is written.</summary>
    public IReadOnlyList<string> TableFunctions { get; init; } = [];

    /// <summary>Functions in expressions, aggregates and macros included, operators not, and how often each is called; in lower case; with catalog and schema when a catalog is written.</summary>
    public IReadOnlyDictionary<string, int> ScalarFunctions { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, int>.Empty;

    /// <summary>Functions in the lambdas of <c>list_reduce</c>, operators included; in lower case.</summary>
    public IReadOnlyList<string> ReductionFunctions { get; init; } = [];

    /// <summary>Everything named in FROM: tables, views, files by name, and uses of the statement's own CTEs; with schema when written.</summary>
    public IReadOnlyList<string> BaseTables { get; init; } = [];

    /// <summary>Names of the statement's CTEs, at any depth.</summary>
    public IReadOnlyList<string> CteNames { get; init; } = [];

    /// <summary>Placeholders without the <c>$</c>; known only when the statement could be prepared.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Why the text could not be parsed or prepared, with position and near matches in its details; null when it could.</summary>
    public QueryException? Failure { get; init; }
}
