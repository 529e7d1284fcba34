using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Tests.Samples;

namespace Chartwright.Query.Tests.Results;

public sealed class SampleTests(SampleWorkspace fixture) : IClassFixture<SampleWorkspace>
{
    private readonly TestWorkspace _workspace = fixture.Workspace;

    [Fact]
    public async Task SampleAsync_LineOfManyRows_KeepsEndsExtremesAndGaps()
    {
        const string sql = """
            SELECT TIMESTAMP '2020-01-01' + to_minutes(i) AS at, CASE WHEN i = 77777 THEN 1000.5 WHEN i = 33333 THEN -1000.5 WHEN i BETWEEN 50000 AND 50005 THEN NULL ELSE sin(i / 500.0) END AS v
            FROM range(100000) t(i)
            """;

        var (result, sampling) = await SampleAsync(sql, new(500));

        Assert.Equal((SamplingMethod.MinMax, 100_000L, "at", "v"), (sampling.Method, sampling.FromRows, sampling.X, Assert.Single(sampling.Y)));
        Assert.Equal((100_000L, true, result.ReturnedRows), (result.RowCount, result.Truncated, sampling.ToRows));
        Assert.InRange(result.ReturnedRows, 250, 500);
        var rows = RowsOf(result);
        Assert.Equal(rows.Length, result.ReturnedRows);
        Assert.Equal(("2020-01-01T00:00:00", "2020-03-10T10:39:00"), (rows[0][0].GetString(), rows[^1][0].GetString()));
        var values = rows.Select(row => row[1].ValueKind == JsonValueKind.Null ? (double?)null : row[1].GetDouble()).ToArray();
        Assert.Equal((-1000.5, 1000.5), (values.Min(), values.Max()));
        var gap = Assert.Single(rows, row => row[1].ValueKind == JsonValueKind.Null)[0].GetString();
        Assert.InRange(gap!, "2020-02-04T17:20:00", "2020-02-04T17:25:00");
        Assert.Equal(rows.Select(row => row[0].GetString()), rows.Select(row => row[0].GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(333)]
    [InlineData(20_000)]
    public async Task SampleAsync_AnyBudget_IsNeverExceeded(int points)
    {
        const string sql = "SELECT i % 1000 AS x, i AS a, NULLIF(i % 7, 0) AS b, CASE WHEN i % 11 = 0 THEN NULL ELSE 's' || i % 3 END AS s FROM range(30000) t(i) ORDER BY x, s";

        var (result, sampling) = await SampleAsync(sql, new(points, X: "x", Series: "s"));

        Assert.InRange(result.ReturnedRows, 3, points);
        Assert.Equal(SamplingMethod.MinMax, sampling.Method);
    }

    [Fact]
    public async Task SampleAsync_SeveralLines_ThinsEachByItself()
    {
        const string sql = "SELECT DATE '2000-01-01' + (i // 2)::INT AS day, CASE i % 2 WHEN 0 THEN 'big' ELSE 'small' END AS line, CASE WHEN i = 40001 THEN 5 WHEN i % 2 = 0 THEN 1000 + i % 10 ELSE 1 END AS v FROM range(60000) t(i)";

        var (result, sampling) = await SampleAsync(sql, new(400));

        Assert.Equal("line", sampling.Series);
        var small = RowsOf(result).Where(row => row[1].GetString() == "small").ToArray();
        Assert.Equal(5, small.Max(row => row[2].GetInt32())); // the peak of the small line is nothing beside the big one
    }

    [Fact]
    public async Task SampleAsync_NamedAxisOfNumbers_ThinsEachLineByItself()
    {
        const string sql = "SELECT i // 2 AS step, 7 AS a, 8 AS b, 9 AS c, CASE i % 2 WHEN 0 THEN 'big' ELSE 'small' END AS line, CASE WHEN i = 40001 THEN 5 WHEN i % 2 = 0 THEN 1000 + i % 10 ELSE 1 END AS v FROM range(60000) t(i)";

        var (result, sampling) = await SampleAsync(sql, new(800, X: "step"));

        Assert.Equal((SamplingMethod.MinMax, "step", "line"), (sampling.Method, sampling.X, sampling.Series));
        Assert.Equal(5, RowsOf(result).Where(row => row[4].GetString() == "small").Max(row => row[5].GetInt32()));
    }

    [Fact]
    public async Task SampleAsync_NotFiniteValues_HideNoExtreme()
    {
        const string sql = "SELECT i AS x, CASE i WHEN 10 THEN 'nan'::DOUBLE WHEN 20 THEN 'inf'::DOUBLE WHEN 30 THEN 7.5 ELSE 0 END AS v FROM range(5000) t(i)";

        var (result, _) = await SampleAsync(sql, new(20, X: "x", Y: ["v"]));

        Assert.Contains(RowsOf(result), row => row[1].ValueKind == JsonValueKind.Number && row[1].GetDouble() == 7.5);
    }

    [Fact]
    public async Task SampleAsync_FewRows_AreAllThere()
    {
        var (result, sampling) = await SampleAsync("SELECT i AS x, i * i AS y FROM range(100) t(i)", new(100, X: "x"));

        Assert.Equal((SamplingMethod.All, 100, false), (sampling.Method, result.ReturnedRows, result.Truncated));
    }

    [Fact]
    public async Task SampleAsync_Categories_KeepsTheGreatest()
    {
        var (result, sampling) = await SampleAsync("SELECT 'c' || i AS name, (i * 7919) % 5000 AS v FROM range(5000) t(i)", new(10, X: "name"));

        Assert.Equal((SamplingMethod.Top, null), (sampling.Method, sampling.Rest));
        Assert.Equal(Enumerable.Range(4990, 10), RowsOf(result).Select(row => row[1].GetInt32()).Order());
    }

    [Fact]
    public async Task SampleAsync_CategoriesThatMayBeAddedUp_TotalExactly()
    {
        const string sql = "SELECT 'c' || i AS name, 9007199254740993::HUGEINT + i AS v, i::DECIMAL(18,2) / 100 AS w FROM range(1000) t(i)";

        var (result, sampling) = await SampleAsync(sql, new(11, X: "name", IsSum: true));

        Assert.Equal((new SamplingRest("Other", 990), 11), (sampling.Rest, result.ReturnedRows));
        var rest = RowsOf(result)[^1];
        Assert.Equal(("Other", (990 * 9007199254740993L + 990 * 989 / 2).ToString(System.Globalization.CultureInfo.InvariantCulture), 4895.55), (rest[0].GetString(), rest[1].GetString(), rest[2].GetDouble()));
    }

    [Fact]
    public async Task SampleAsync_ACategoryNamedOther_IsNotMixedWithTheRest()
    {
        var (_, sampling) = await SampleAsync("SELECT CASE i WHEN 1 THEN 'Other' ELSE 'c' || i END AS name, i AS v FROM range(100) t(i)", new(10, X: "name", IsSum: true));

        Assert.Equal(new SamplingRest("All others", 91), sampling.Rest);
    }

    [Fact]
    public async Task SampleAsync_PairsOfNumbers_ArePointsAlongTheFirst()
    {
        const string sql = "SELECT (i * 7919) % 60000 / 100.0 AS horsepower, CASE i WHEN 40000 THEN 99.5 ELSE i % 30 END AS miles, 'g' || i % 3 AS origin FROM range(60000) t(i)";

        var (result, sampling) = await SampleAsync(sql, new(500));

        Assert.Equal((SamplingMethod.MinMax, "horsepower", "origin"), (sampling.Method, sampling.X, sampling.Series));
        Assert.Equal(["miles"], sampling.Y);
        Assert.Equal(99.5, RowsOf(result).Max(row => row[1].GetDouble()));
    }

    [Fact]
    public async Task SampleAsync_Cloud_IsDenseWhereItIsDense()
    {
        const string sql = "SELECT hash(i) % 10000 AS a, (hash(i + 1) % 1000 + hash(i + 2) % 1000 + hash(i + 3) % 1000) / 1000.0 AS b FROM range(100000) t(i)"; // two thirds of b are between 1 and 2

        var (result, _) = await SampleAsync(sql, new(2000));
        var (again, _) = await SampleAsync(sql, new(2000));

        var values = RowsOf(result).Select(row => row[1].GetDouble()).ToArray();
        Assert.InRange(values.Count(value => value is >= 1 and <= 2) / (double)values.Length, 0.45, 0.7);
        Assert.Equal(result.Rows.ToString(), again.Rows.ToString());
    }

    [Fact]
    public async Task SampleAsync_TextBeforeNumbers_KeepsTheGreatest()
    {
        var (result, sampling) = await SampleAsync("SELECT 'c' || lpad(i::VARCHAR, 5, '0') AS name, i AS v FROM range(9000) t(i) ORDER BY name", new(100));

        Assert.Equal((SamplingMethod.Top, "name", 100), (sampling.Method, sampling.X, result.ReturnedRows));
        Assert.Equal(8900, RowsOf(result).Min(row => row[1].GetInt32()));
    }

    [Theory]
    [InlineData("SELECT 'c' || i % 5 AS c, i AS v FROM range(100000) t(i)", 100)] // a category has more rows than there are points
    [InlineData("SELECT CASE WHEN i = 7 THEN 'only' ELSE 'all' END AS c, i AS v FROM range(100000) t(i)", 2)]
    public async Task SampleAsync_CategoriesOfManyRows_AreAllThereWithTheirGreatest(string sql, int least)
    {
        var (result, sampling) = await SampleAsync(sql, new(100));

        Assert.InRange(result.ReturnedRows, least, 100);
        Assert.Equal(99_999, RowsOf(result).Max(row => row[1].GetInt32()));
        Assert.Equal(least == 2 ? 2 : 5, RowsOf(result).Select(row => row[0].GetString()).Distinct().Count());
        Assert.Equal(SamplingMethod.Share, sampling.Method);
    }

    [Theory]
    [InlineData("SELECT i AS order_id, i AS line, i AS product, i AS quantity, 'n' AS note FROM range(5000) t(i)")] // rows as they are: which axis, nobody knows
    [InlineData("SELECT i AS v FROM range(5000) t(i)")]
    [InlineData("SELECT 'n' || i AS name FROM range(5000) t(i)")]
    public async Task SampleAsync_NothingToGoBy_TakesTheFirst(string sql)
    {
        var (_, sampling) = await SampleAsync(sql, new(50));

        Assert.Equal(SamplingMethod.First, sampling.Method);
    }

    [Fact]
    public async Task SampleAsync_NothingOrdersTheRows_TakesTheFirst()
    {
        var (result, sampling) = await SampleAsync("SELECT i AS a, 'n' || i AS b FROM range(5000) t(i)", new(50));

        Assert.Equal((SamplingMethod.First, 50), (sampling.Method, result.ReturnedRows));
        Assert.Equal(Enumerable.Range(0, 50), RowsOf(result).Select(row => row[0].GetInt32()));
    }

    [Theory]
    [InlineData("nowhere", null, ErrorCode.UnknownColumn)]
    [InlineData("a", "b", ErrorCode.InvalidRequest)]
    public async Task SampleAsync_ColumnThatDoesNotFit_SaysSo(string x, string? y, ErrorCode code)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => SampleAsync("SELECT i AS a, 'n' || i AS b FROM range(50) t(i)", new(10, x, y is null ? null : [y])));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task PageAsync_WholeResult_HasEveryRowOnceInOrder()
    {
        var first = await _workspace.Queries.QueryAsync(new("SELECT i, sum(i) OVER () AS total FROM range(25000) t(i) ORDER BY hash(i)"), TestWorkspace.Stop);
        var results = _workspace.Get<IResults>();

        var seen = new List<int>();
        for (var offset = 0; offset < 26_000; offset += 5000)
        {
            var page = (await results.PageAsync(first.CacheKey, offset, 5000, TestWorkspace.Stop))!;
            Assert.Equal((25_000L, first.Columns[1]), (page.RowCount, page.Columns[1]));
            seen.AddRange(RowsOf(page).Select(row => row[0].GetInt32()));
        }

        Assert.Equal(25_000, seen.Distinct().Count());
        Assert.Equal(RowsOf(first).Select(row => row[0].GetInt32()), seen.Take(1000));
        Assert.Null(await results.PageAsync("unknown", 0, 10, TestWorkspace.Stop));
    }

    private async Task<SampledResult> SampleAsync(string sql, SampleRequest request)
    {
        var result = await _workspace.Queries.QueryAsync(new(sql), TestWorkspace.Stop);
        return (await _workspace.Get<IResults>().SampleAsync(result.CacheKey, request, TestWorkspace.Stop))!;
    }

    private static JsonElement[][] RowsOf(QueryResult result) => JsonSerializer.Deserialize<JsonElement[][]>(result.Rows.Utf8.Span)!;
}
