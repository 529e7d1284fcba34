using System.Text.RegularExpressions;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using Chartwright.DuckDb.Native;

namespace Chartwright.Query.Guard;

/// <param name="Sql">What to run.</param>
/// <param name="Normalized">One form for all spellings of the statement.</param>
/// <param name="Parameters">Placeholders, without the dollar.</param>
/// <param name="IsExplain"><paramref name="Sql"/> is to be explained, not run.</param>
internal sealed record GuardedStatement(string Sql, string Normalized, IReadOnlyList<string> Parameters, bool IsExplain = false);

/// <summary>Lets one reading statement over the catalog's tables pass. DuckDB's own parser says what the text is; nothing here looks for words in it.</summary>
internal sealed partial class SqlGuard(DuckDbEngine engine)
{
    private const int MaxLength = 200_000; // characters; a person or model writes a hundredth of it

    private readonly SystemRelations _systemRelations = new(engine);

    /// <exception cref="QueryException">The statement may not run; codes <c>sql_syntax</c>, <c>sql_not_read_only</c>, <c>sql_forbidden</c>, <c>unknown_table</c>, <c>unknown_column</c>, <c>sql_failed</c>.</exception>
    public async Task<GuardedStatement> CheckAsync(string sql, CatalogSnapshot catalog, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(sql)) throw new QueryException(ErrorCode.SqlSyntax, "The statement is empty.");
        if (sql.Length > MaxLength) throw new QueryException(ErrorCode.SqlForbidden, $"The statement is longer than {MaxLength:N0} characters.");
        if (sql.Contains('\0')) throw new QueryException(ErrorCode.SqlSyntax, "The statement holds a NUL character.");

        var normalized = SqlNormalizer.Normalize(sql);
        if (Explain.Match(normalized) is { Success: true } explain) return await CheckExplainAsync(explain.Groups["inner"].Value, normalized, catalog, cancellationToken);
        var facts = await InspectAsync(sql, cancellationToken);
        if (facts is { StatementCount: 1, Kind: StatementKind.Explain }) throw Forbidden("Only a plain EXPLAIN of a query is allowed.");
        await CheckAsync(facts, catalog, cancellationToken);
        return new(sql, normalized, facts.Parameters);
    }

    private Task<StatementFacts> InspectAsync(string sql, CancellationToken cancellationToken) =>
        engine.InspectAsync(sql, cancellationToken, mayPlan: facts => FunctionRules.Refusal(facts) is null);

    private async Task<GuardedStatement> CheckExplainAsync(string inner, string normalized, CatalogSnapshot catalog, CancellationToken cancellationToken)
    {
        var facts = await InspectAsync(inner, cancellationToken);
        await CheckAsync(facts, catalog, cancellationToken);
        if (facts.Parameters.Count > 0) throw Forbidden("A statement with placeholders cannot be explained; write the values in.");
        return new(inner, normalized, [], IsExplain: true);
    }

    private async Task CheckAsync(StatementFacts facts, CatalogSnapshot catalog, CancellationToken cancellationToken)
    {
        if (facts.StatementCount > 1) throw Forbidden("Exactly one statement is run at a time; a PIVOT is one when its values are named: ON column IN (…).");
        if (!facts.IsSerializable)
        {
            if (facts.Failure is { Code: ErrorCode.SqlSyntax } syntax) throw syntax;
            if (facts.StatementCount == 0) throw facts.Failure ?? new QueryException(ErrorCode.SqlSyntax, "The text holds no statement.");
            throw new QueryException(
                ErrorCode.SqlNotReadOnly, "Only a query may run: SELECT, WITH, FROM, VALUES, DESCRIBE, SUMMARIZE or EXPLAIN.");
        }
        if (FunctionRules.Refusal(facts) is { } refusal) throw Forbidden(refusal);
        await CheckRelationsAsync(facts, catalog, cancellationToken);
        if (facts.Failure is { } failure) throw ColumnAdvice.AddTo(failure, facts.BaseTables, catalog);
        if (facts.Kind != StatementKind.Select) throw new QueryException(ErrorCode.SqlNotReadOnly, "Only a query may run.");
    }

    private async Task CheckRelationsAsync(StatementFacts facts, CatalogSnapshot catalog, CancellationToken cancellationToken)
    {
        // the tree does not tell which use of a name is the CTE's: so a CTE may not borrow a name that means something of its own
        foreach (var name in facts.CteNames)
        {
            if (!PlainName.IsMatch(name) || await _systemRelations.ContainsAsync(name, cancellationToken))
                throw Forbidden("A WITH name must be made of letters, digits and underscores, and not be one of the engine's own tables.");
        }
        foreach (var relation in facts.BaseTables)
        {
            var name = StatementTables.Unqualified(relation);
            if (catalog.FindTable(name) is not null || relation is "\"tables\"") continue;
            if (name == relation && facts.CteNames.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            throw UnknownTable(name, catalog);
        }
    }

    private static QueryException UnknownTable(string name, CatalogSnapshot catalog)
    {
        var candidates = NearNames.Find(name, catalog.Tables.Select(table => table.Name));
        if (candidates.Count == 0)
            candidates = [.. catalog.Tables.Where(table => table.Synonyms.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(table => table.Name)];
        var shown = name.Length <= 64 && PlainName.IsMatch(name) ? $"There is no table \"{name}\"." : "There is no table of that name; files cannot be read by name.";
        var advice = candidates.Count > 0 ? $" Did you mean {string.Join(" or ", candidates.Select(candidate => $"\"{candidate}\""))}?" : "";
        return new(ErrorCode.UnknownTable, shown + advice) { Details = new Dictionary<string, object?> { ["name"] = name, ["candidates"] = candidates } };
    }

    private static QueryException Forbidden(string message) => new(ErrorCode.SqlForbidden, message);

    [GeneratedRegex(@"^\w[\w ]*$")]
    private static partial Regex PlainName { get; }

    [GeneratedRegex(@"^explain (?!analyze\b)(?<inner>[^(\s].*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Explain { get; }
}
