using Chartwright.Core.Errors;
using Chartwright.DuckDb;

namespace Chartwright.Query.Guard;

/// <summary>Says which tables a statement reads, as DuckDB's parser sees it; nothing runs.</summary>
public interface IStatementTables
{
    /// <returns>Names as written, without a schema, compared without case; empty for a text that is no query.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    Task<IReadOnlySet<string>> ListAsync(string sql, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class StatementTables(DuckDbEngine engine) : IStatementTables
{
    private static readonly string[] OwnSchemas = ["memory.main.", "main."];

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> ListAsync(string sql, CancellationToken cancellationToken)
    {
        StatementFacts facts;
        try
        {
            facts = await engine.InspectAsync(sql, cancellationToken, mayPlan: _ => false);
        }
        catch (QueryException)
        {
            return new HashSet<string>(); // too long to be looked at, and to be run
        }
        return facts.BaseTables.Except(facts.CteNames, StringComparer.OrdinalIgnoreCase).Select(Unqualified).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A relation's name without the schema of the workspace.</summary>
    public static string Unqualified(string relation) =>
        OwnSchemas.FirstOrDefault(schema => relation.StartsWith(schema, StringComparison.OrdinalIgnoreCase)) is { } own ? relation[own.Length..] : relation;
}
