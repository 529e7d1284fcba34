using System.Text.Json;
using Chartwright.Core.Queries;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>Asks DuckDB's own parser and planner about a text.</summary>
internal static class StatementInspector
{
    // the text is bound, never pasted: this statement is ours whatever it holds
    private const string Serialize = "SELECT json_serialize_sql($1::VARCHAR, skip_null := true, skip_default := true)";

    public static StatementFacts Inspect(EngineConnection connection, string sql, QueryWatch watch)
    {
        int count;
        try
        {
            count = connection.CountStatements(sql);
        }
        catch (DuckDbNativeException e) when (!OwnInterrupts.IsInterrupt(e)) // that one says nothing of the text
        {
            return new() { StatementCount = 0, Failure = ErrorTranslator.Translate(e, sql) };
        }

        if (count != 1) return new() { StatementCount = count };
        var facts = SerializedFacts(connection, sql, watch) with { StatementCount = count };
        watch.Check();
        try
        {
            using var statement = connection.Prepare(sql);
            return facts with { Kind = DuckDbImports.PreparedStatementType(statement), Parameters = ParamBinder.Names(statement) };
        }
        catch (DuckDbNativeException e) when (!OwnInterrupts.IsInterrupt(e)) // that one says nothing of the text
        {
            return facts with { Failure = ErrorTranslator.Translate(e, sql) };
        }
    }

    private static StatementFacts SerializedFacts(EngineConnection connection, string sql, QueryWatch watch)
    {
        var values = new QueryParams { ["1"] = JsonSerializer.SerializeToElement(sql) };
        var tree = TextRows.Read(connection, Serialize, values, watch)[0][0]!;
        using var document = JsonDocument.Parse(tree, new JsonDocumentOptions { MaxDepth = StatementTree.MaxDepth });
        return StatementTree.Read(document.RootElement);
    }
}
