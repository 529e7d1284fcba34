namespace Chartwright.DuckDb.Native;

/// <summary>What a statement does, as DuckDB's planner sees it. Source: <c>duckdb_statement_type</c> in duckdb.h.</summary>
public enum StatementKind
{
    /// <summary>It could not be prepared.</summary>
    Invalid = 0,

    /// <summary>Any query: SELECT, WITH, FROM, VALUES, TABLE, DESCRIBE, SUMMARIZE, SHOW. Proves "writes no table", not "harmless".</summary>
    Select = 1,
    Insert = 2,
    Update = 3,
    Explain = 4,
    Delete = 5,
    Prepare = 6,
    Create = 7,
    Execute = 8,
    Alter = 9,
    Transaction = 10,
    Copy = 11,
    Analyze = 12,
    VariableSet = 13,
    CreateFunction = 14,
    Drop = 15,
    Export = 16,
    Pragma = 17,
    Vacuum = 18,
    Call = 19,
    Set = 20,
    Load = 21,
    Relation = 22,
    Extension = 23,
    LogicalPlan = 24,
    Attach = 25,
    Detach = 26,
    Multi = 27,
}
