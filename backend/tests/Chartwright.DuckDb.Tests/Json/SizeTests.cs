using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chartwright.Core.Queries;
using CsCheck;

namespace Chartwright.DuckDb.Tests.Json;

public sealed class SizeTests
{
    /// <summary>Around the words of the validity mask, the edge of a chunk, and many chunks.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(100_000)]
    public async Task Write_AnyNumberOfRows_LosesAndMovesNone(int rows)
    {
        await using var engine = TestEngines.Open();

        var result = await engine.QueryAsync(new(
            $"""
            SELECT i, CASE WHEN i % 3 = 1 THEN NULL ELSE i * 0.5 END::DOUBLE, CASE WHEN i % 5 <> 0 THEN 'row ' || i || ' of many' END, i % 2 = 0,
                   CASE WHEN i % 7 = 0 THEN NULL ELSE DATE '2000-01-01' + (i % 365)::INT END
            FROM range({rows}) t(i) ORDER BY i
            """, QueryParams.Empty, QueryRequest.MaxLimit), TestEngines.Token);

        var expected = new StringBuilder("[");
        for (var i = 0; i < rows; i++)
        {
            var half = i % 3 == 1 ? "null" : (i * 0.5).ToString(CultureInfo.InvariantCulture);
            var text = i % 5 != 0 ? $"\"row {i} of many\"" : "null";
            var date = i % 7 == 0 ? "null" : $"\"{new DateOnly(2000, 1, 1).AddDays(i % 365):yyyy-MM-dd}\"";
            expected.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}[{i},{half},{text},{(i % 2 == 0 ? "true" : "false")},{date}]");
        }

        Assert.Equal((rows, (long)rows), (result.ReturnedRows, result.RowCount));
        Assert.True(expected.Append(']').ToString() == result.Rows.ToString(), "the rows differ");
    }

    [Fact]
    public async Task Write_AnyText_ReadsBackAsDuckDbHoldsIt()
    {
        await using var engine = TestEngines.Open();
        var texts = Gen.OneOf(Gen.String, Gen.String[Gen.Char['\u0000', '\u0080'], 0, 30], Gen.Const("\"\\\u0001\u001f\u007f\u2028é😀")).Array[1, 50];

        foreach (var values in texts.Take(20))
        {
            var whole = values.Select(value => new string([.. value.Where(c => !char.IsSurrogate(c))])).ToArray();
            var request = new QueryRequest("SELECT unnest($texts) AS v", new QueryParams { ["texts"] = JsonSerializer.SerializeToElement(whole) });
            var result = await engine.QueryAsync(request, TestEngines.Token);
            Assert.Equal(whole, JsonSerializer.Deserialize<string[][]>(result.Rows.Utf8.Span)!.Select(row => row[0]));
            var hashes = await engine.QueryAsync(request with { Sql = "SELECT md5(v) FROM (SELECT unnest($texts) AS v)" }, TestEngines.Token);
#pragma warning disable CA5351 // a checksum DuckDB has too, not a secret
            Assert.Equal(whole.Select(value => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(value)))), JsonSerializer.Deserialize<string[][]>(hashes.Rows.Utf8.Span)!.Select(row => row[0]));
#pragma warning restore CA5351
        }
    }
}
