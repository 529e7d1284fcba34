using System.Text.Json;
using Chartwright.Core.Queries;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>Asks DuckDB's own parser and planner about a text.</summary>
internal static class StatementInspector
{
    public static StatementFacts Inspect(EngineConnection connection, string sql, QueryWatch watch, Predicate<StatementFacts>? mayPlan)
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
        if (mayPlan is not null && !mayPlan(facts)) return facts;
        try
        {
            var statement = connection.Prepare(sql);
            connection.Keep(sql, statement);
            return facts with { Kind = DuckDbImports.PreparedStatementType(statement), Parameters = ParamBinder.Names(statement) };
        }
        catch (DuckDbNativeException e) when (!OwnInterrupts.IsInterrupt(e)) // that one says nothing of the text
        {
            return facts with { Failure = ErrorTranslator.Translate(e, sql) };
        }
    }

    private static StatementFacts SerializedFacts(EngineConnection connection, string sql, QueryWatch watch)
    {
        var statement = connection.Serializer;
        ParamBinder.Bind(statement, new QueryParams { ["1"] = JsonSerializer.SerializeToElement(sql) });
        watch.Check();
        using var stream = new ResultStream(statement);
        if (stream.Next() != 1) throw new InvalidOperationException("no tree was printed");
        var tree = stream.ReadText(column: 0);
        using var document = JsonDocument.Parse(tree, new JsonDocumentOptions { MaxDepth = StatementTree.MaxDepth });
        return StatementTree.Read(document.RootElement);
    }
}
