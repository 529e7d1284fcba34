using System.Text.Json;
using Chartwright.Core.Queries;
using CsCheck;

namespace Chartwright.DuckDb.Tests.Json;

/// <summary>Every type against DuckDB's own cast of the same value.</summary>
public sealed class TypeTests
{
    private const int ValuesPerQuery = 300;

    public static TheoryData<string> Types => [.. TypeCases.All.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Write_EdgesAndNull_AreDuckDbsOwnValues(string type)
    {
        await using var engine = TestEngines.Open();

        await AssertValuesAsync(engine, TypeCases.All[type], [.. TypeCases.All[type].Edges, $"NULL::{type}"]);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Write_RandomValues_AreDuckDbsOwnValues(string type)
    {
        await using var engine = TestEngines.Open();
        var test = TypeCases.All[type];
        var literals = Gen.Frequency((9, test.Literals), (1, Gen.Const($"NULL::{type}"))).Array[ValuesPerQuery];

        foreach (var values in literals.Take(3)) await AssertValuesAsync(engine, test, values);
    }

    private static async Task AssertValuesAsync(DuckDbEngine engine, TypeCase test, string[] literals)
    {
        var rows = string.Join(", ", literals.Select((literal, index) => $"({index}, {literal})"));
        var values = $"(VALUES {rows}) t(i, v)";
        var texts = await engine.ReadTextAsync($"SELECT {test.Text} FROM {values} ORDER BY i", TestEngines.Token);

        var result = await engine.QueryAsync(new($"SELECT v FROM {values} ORDER BY i"), TestEngines.Token);

        Assert.Equal($"[{string.Join(',', texts.Select(row => $"[{(row[0] is { } text ? test.Json(text) : "null")}]"))}]", result.Rows.ToString());
        Assert.Equal(test.Type.StartsWith("ENUM", StringComparison.Ordinal) ? "ENUM" : await TypeOfAsync(engine, values), Assert.Single(result.Columns).Type);
        JsonDocument.Parse(result.Rows.Utf8).Dispose();
    }

    private static async Task<string?> TypeOfAsync(DuckDbEngine engine, string values) =>
        (await engine.ReadTextAsync($"SELECT typeof(v) FROM {values} LIMIT 1", TestEngines.Token))[0][0];
}
