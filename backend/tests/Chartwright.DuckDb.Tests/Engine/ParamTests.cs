using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.DuckDb.Tests.Engine;

public sealed class ParamTests
{
    private const string Table = "CREATE TABLE t AS SELECT i::INT AS n, DATE '2024-01-01' + i::INT AS d, 'name ' || i AS s, (i / 10)::DECIMAL(9,1) AS p, i % 2 = 0 AS even FROM range(10) r(i)";

    [Theory]
    [InlineData("n = $v", "3", "[[3]]")]
    [InlineData("s = $v", "\"name 4\"", "[[4]]")]
    [InlineData("s = $v", "\"'; DROP TABLE t; --\"", "[]")]
    [InlineData("d >= $v", "\"2024-01-09\"", "[[8],[9]]")]
    [InlineData("p = $v", "0.5", "[[5]]")]
    [InlineData("p > $v", "8e-1", "[[9]]")]
    [InlineData("even = $v AND n < 3", "true", "[[0],[2]]")]
    [InlineData("$v IS NULL AND n = 0", "null", "[[0]]")]
    [InlineData("s IN $v", "[\"name 1\", null, \"name 7\"]", "[[1],[7]]")]
    [InlineData("n = ANY($v)", "[2, 3.0, 4e0]", "[[2],[3],[4]]")]
    [InlineData("list_contains($v, n)", "[5, 6]", "[[5],[6]]")]
    [InlineData("s IN $v", "[]", "[]")]
    [InlineData("even IN $v AND n < 2", "[true, false]", "[[0],[1]]")]
    [InlineData("d = ANY($v::DATE[])", "[\"2024-01-02\"]", "[[1]]")]
    [InlineData("n < $V AND n < $v", "1", "[[0]]")]
    public async Task QueryAsync_BoundValue_IsAValueNeverSql(string condition, string json, string rows)
    {
        await using var engine = TestEngines.Open();
        await engine.ExecuteAsync(Table, TestEngines.Token);

        var result = await engine.QueryAsync(new($"SELECT n FROM t WHERE {condition} ORDER BY n", Params(("v", json))), TestEngines.Token);

        Assert.Equal(rows, result.Rows.ToString());
    }

    [Theory]
    [InlineData("9223372036854775807", "BIGINT")]
    [InlineData("170141183460469231731687303715884105727", "DOUBLE")]
    [InlineData("9223372036854775808", "HUGEINT")]
    [InlineData("-0.10", "DECIMAL(3,2)")]
    [InlineData("1e3", "DOUBLE")]
    [InlineData("\"x\"", "VARCHAR")]
    [InlineData("[1, 2]", "BIGINT[]")]
    [InlineData("[1, 2.5]", "DOUBLE[]")]
    public async Task QueryAsync_BoundValue_IsTypedAsItsLiteral(string json, string type)
    {
        await using var engine = TestEngines.Open();

        var result = await engine.QueryAsync(new("SELECT typeof($v)", Params(("v", json))), TestEngines.Token);

        Assert.Equal($"[[\"{type}\"]]", result.Rows.ToString());
    }

    [Fact]
    public async Task QueryAsync_TruncatedWithParams_StillCountsExactly()
    {
        await using var engine = TestEngines.Open();

        var result = await engine.QueryAsync(new("SELECT i FROM range(40000000) t(i) WHERE i % 2 = $rest", Params(("rest", "1")), 10), TestEngines.Token);

        Assert.Equal((10, 20_000_000L), (result.ReturnedRows, result.RowCount));
    }

    [Theory]
    [InlineData("SELECT $a", """{}""", ErrorCode.UnknownParam, "a")]
    [InlineData("SELECT $a", """{"a":1,"extra":2}""", ErrorCode.UnknownParam, "extra")]
    [InlineData("SELECT 1", """{"b":1}""", ErrorCode.UnknownParam, "b")]
    public async Task QueryAsync_NamesThatDoNotMatch_AreNamed(string sql, string json, ErrorCode code, string name)
    {
        await using var engine = TestEngines.Open();
        var values = new QueryParams(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!);

        var failure = await Assert.ThrowsAsync<QueryException>(() => engine.QueryAsync(new(sql, values), TestEngines.Token));

        Assert.Equal((code, name), (failure.Code, failure.Details!["name"]));
        await engine.AssertUsableAsync();
    }

    [Theory]
    [InlineData("{\"x\": 1}")]
    [InlineData("[[1]]")]
    [InlineData("[1, \"x\"]")]
    [InlineData("1e999")]
    public async Task QueryAsync_ValueOfNoSqlType_IsRefused(string json)
    {
        await using var engine = TestEngines.Open();

        var failure = await Assert.ThrowsAsync<QueryException>(() => engine.QueryAsync(new("SELECT $v", Params(("v", json))), TestEngines.Token));

        Assert.Equal(ErrorCode.InvalidParam, failure.Code);
        await engine.AssertUsableAsync();
    }

    private static QueryParams Params(params (string Name, string Json)[] values) =>
        new(values.Select(value => KeyValuePair.Create(value.Name, JsonDocument.Parse(value.Json).RootElement)));
}
