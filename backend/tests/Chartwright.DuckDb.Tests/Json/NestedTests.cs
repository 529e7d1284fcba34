using CsCheck;

namespace Chartwright.DuckDb.Tests.Json;

/// <summary>Nested values against DuckDB's own <c>to_json</c>, whatever shape their vectors have inside the engine.</summary>
public sealed class NestedTests
{
    private static readonly Gen<(string Type, Gen<string> Literal)> Leaf = Gen.Int[0, 2].Select<int, (string Type, Gen<string> Literal)>(kind => kind switch
    {
        0 => ("INTEGER", Gen.Int[-1000, 1000].Select(value => $"{value}")),
        1 => ("VARCHAR", Gen.String[Gen.Char['a', 'z'], 0, 20].Select(value => $"'{value}'")),
        _ => ("BOOLEAN", Gen.Bool.Select(value => value ? "true" : "false")),
    });

    /// <summary>A random type up to <paramref name="depth"/> deep, with SQL literals of it; a tenth of all values is NULL.</summary>
    private static Gen<(string Type, Gen<string> Literal)> Nested(int depth) => (depth == 0 ? Leaf : Gen.Select(Gen.Int[0, 4], Nested(depth - 1), Nested(depth - 1), Compose))
        .Select(type => (type.Type, Gen.Frequency((9, type.Literal), (1, Gen.Const("NULL"))).Select(literal => $"({literal})::{type.Type}")));

    private static (string Type, Gen<string> Literal) Compose(int kind, (string Type, Gen<string> Literal) a, (string Type, Gen<string> Literal) b) => kind switch
    {
        0 => a,
        1 => ($"{a.Type}[]", a.Literal.Array[0, 4].Select(items => $"[{string.Join(", ", items)}]")),
        2 => ($"{a.Type}[2]", a.Literal.Array[2].Select(items => $"[{string.Join(", ", items)}]")),
        3 => ($"STRUCT(\"x y\" {a.Type}, z {b.Type})", Gen.Select(a.Literal, b.Literal).Select((x, z) => $"{{'x y': {x}, 'z': {z}}}")),
        _ => ($"MAP(VARCHAR, {a.Type})", a.Literal.Array[0, 3].Select(items => $"MAP {{{string.Join(", ", items.Select((item, index) => $"'k{index}': {item}"))}}}")),
    };

    [Fact]
    public async Task Write_RandomNestedValues_AreDuckDbsOwnJson()
    {
        await using var engine = TestEngines.Open();
        var columns = Nested(3).SelectMany(type => type.Literal.Array[1, 40]);

        foreach (var literals in columns.Take(60))
        {
            var values = $"(VALUES {string.Join(", ", literals.Select((literal, index) => $"({index}, {literal})"))}) t(i, v)";
            await AssertSameJsonAsync(engine, $"SELECT v FROM {values} ORDER BY i");
        }
    }

    [Theory]
    [InlineData("SELECT [1, 1, 2] AS v FROM range(3000)")]
    [InlineData("SELECT ['constant', NULL, 'in every row'] AS v FROM range(3000)")]
    [InlineData("SELECT {'a': 5, 'b': [i]} AS v FROM range(5000) t(i) WHERE i % 7 = 1")]
    [InlineData("SELECT [s, s || 'x', NULL] AS v FROM (SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE 'text number ' || i END AS s FROM range(5000) t(i)) WHERE s NOT LIKE '%5'")]
    [InlineData("SELECT list(i ORDER BY i) AS v FROM range(5000) t(i) GROUP BY i % 10 ORDER BY i % 10")]
    [InlineData("SELECT {'l': list({'k': i, 't': 'v' || i} ORDER BY i)} AS v FROM range(5000) t(i) GROUP BY i % 600 ORDER BY i % 600")]
    [InlineData("SELECT MAP {'a': i, 'b': NULL} AS v FROM range(3000) t(i) ORDER BY i DESC")]
    [InlineData("SELECT [i, i + 1]::BIGINT[2] AS v FROM range(3000) t(i) WHERE i % 2 = 1")]
    [InlineData("SELECT CASE WHEN i % 4 = 0 THEN NULL ELSE [[i, NULL], NULL, []] END AS v FROM range(4000) t(i)")]
    [InlineData("SELECT union_value(num := i) AS v FROM range(3000) t(i)")]
    [InlineData("SELECT v FROM (SELECT CASE WHEN i % 2 = 0 THEN i::UNION(num BIGINT, str VARCHAR) ELSE ('s' || i)::UNION(num BIGINT, str VARCHAR) END AS v, i FROM range(3000) t(i)) ORDER BY i")]
    [InlineData("SELECT unnest([{'a': [1]}, NULL, {'a': NULL}]) AS v FROM range(1500)")]
    public async Task Write_VectorsOfEveryInnerShape_AreDuckDbsOwnJson(string sql)
    {
        await using var engine = TestEngines.Open();

        await AssertSameJsonAsync(engine, sql);
    }

    [Theory]
    [InlineData("row(1, 'x')", """[1,"x"]""")]
    [InlineData("MAP {1: 2}", """{"1":2}""")]
    [InlineData("MAP {DATE '2017-01-31': 2}", """{"2017-01-31":2}""")]
    [InlineData("MAP {[1, 2]: 2}", """{"[1,2]":2}""")]
    [InlineData("MAP {{'a': 'q'}: 2}", """{"{\"a\":\"q\"}":2}""")]
    [InlineData("{'a\"b': 1}", """{"a\"b":1}""")]
    [InlineData("[1e300, 'nan'::DOUBLE]", "[1E+300,null]")]
    [InlineData("[9007199254740993]", """["9007199254740993"]""")]
    [InlineData("[1::VARIANT]", "\"[1]\"")]
    [InlineData("'12:00:00+10:00:42'::TIMETZ", "\"12:00:00+10:00:42\"")]
    [InlineData("NULL", "null")]
    public async Task Write_Value_IsAsTheContractSays(string value, string json)
    {
        await using var engine = TestEngines.Open();

        Assert.Equal($"[[{json}]]", await engine.RowsAsync($"SELECT {value}"));
    }

    private static async Task AssertSameJsonAsync(DuckDbEngine engine, string sql)
    {
        var expected = await engine.ReadTextAsync($"SELECT to_json(v) FROM ({sql})", TestEngines.Token);

        var result = await engine.QueryAsync(new(sql, Core.Queries.QueryParams.Empty, 10_000), TestEngines.Token);

        Assert.Equal($"[{string.Join(',', expected.Select(row => $"[{row[0] ?? "null"}]"))}]", result.Rows.ToString());
        Assert.Equal((await engine.ReadTextAsync($"SELECT typeof(v) FROM ({sql}) LIMIT 1", TestEngines.Token))[0][0], result.Columns[0].Type);
    }
}
