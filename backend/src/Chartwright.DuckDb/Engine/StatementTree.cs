using System.Text.Json;

namespace Chartwright.DuckDb;

/// <summary>Collects names from the tree that <c>json_serialize_sql</c> prints.</summary>
internal sealed class StatementTree
{
    /// <summary>Nesting of the JSON; DuckDB's own limit on expressions keeps real trees far below.</summary>
    public const int MaxDepth = 10_000;

    private readonly SortedSet<string> _tableFunctions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _scalarFunctions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _reductionFunctions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _baseTables = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _cteNames = new(StringComparer.Ordinal);

    public static StatementFacts Read(JsonElement root)
    {
        var isError = root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.True;
        if (isError || !root.TryGetProperty("statements", out var statements)) return new() { StatementCount = 1 };
        var tree = new StatementTree();
        tree.Visit(statements);
        return new()
        {
            StatementCount = statements.GetArrayLength(),
            IsSerializable = statements.GetArrayLength() == 1,
            TableFunctions = [.. tree._tableFunctions],
            ScalarFunctions = tree._scalarFunctions,
            ReductionFunctions = [.. tree._reductionFunctions],
            BaseTables = [.. tree._baseTables],
            CteNames = [.. tree._cteNames],
        };
    }

    /// <summary>Walks with its own stack: the depth of the tree is the author's choice.</summary>
    private void Visit(JsonElement root)
    {
        var open = new Stack<(JsonElement Node, bool IsTableFunction, bool InReduction)>([(root, false, false)]);
        while (open.TryPop(out var next))
        {
            if (next.Node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in next.Node.EnumerateArray()) open.Push((item, false, next.InReduction));
            }
            else if (next.Node.ValueKind == JsonValueKind.Object)
            {
                var isTableFunction = Collect(next.Node, next.IsTableFunction);
                var function = Text(next.Node, "function_name")?.ToLowerInvariant();
                if (next.InReduction && function is not null) _reductionFunctions.Add(function);
                foreach (var property in next.Node.EnumerateObject())
                    open.Push((property.Value, isTableFunction && property.NameEquals("function"), next.InReduction));
                if (function is "list_reduce" or "array_reduce" or "reduce") Lambdas(next.Node, lambda => open.Push((lambda, false, true)));
            }
        }
    }

    private static void Lambdas(JsonElement call, Action<JsonElement> found)
    {
        if (!call.TryGetProperty("children", out var arguments) || arguments.ValueKind != JsonValueKind.Array) return;
        foreach (var argument in arguments.EnumerateArray())
            if (Text(argument, "class") == "LAMBDA") found(argument);
    }

    /// <returns>True when the node's <c>function</c> stands in a FROM.</returns>
    private bool Collect(JsonElement node, bool isTableFunction)
    {
        if (Text(node, "function_name") is { } function && !IsTrue(node, "is_operator"))
        {
            var name = WithCatalog(node, function).ToLowerInvariant();
            if (isTableFunction) _tableFunctions.Add(name);
            else _scalarFunctions[name] = _scalarFunctions.GetValueOrDefault(name) + 1;
        }
        if (Text(node, "table_name") is { Length: > 0 } table && Text(node, "type") is "BASE_TABLE" or "SHOW_REF") _baseTables.Add(Qualified(node, table));
        if (node.TryGetProperty("cte_map", out var ctes) && ctes.TryGetProperty("map", out var map) && map.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in map.EnumerateArray())
                if (Text(entry, "key") is { } name) _cteNames.Add(name);
        }

        return Text(node, "type") == "TABLE_FUNCTION";
    }

    // the parser itself writes the schema main before some functions, but never a catalog
    private static string WithCatalog(JsonElement node, string function) =>
        Text(node, "catalog") is { Length: > 0 } catalog ? $"{catalog}.{Text(node, "schema")}.{function}" : function;

    private static string Qualified(JsonElement node, string table) =>
        string.Join('.', new[] { Text(node, "catalog_name"), Text(node, "schema_name"), table }.Where(part => !string.IsNullOrEmpty(part)));

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsTrue(JsonElement node, string name) => node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
