using System.IO.Compression;
using Chartwright.Core.Errors;
using ZstdSharp;
using static Chartwright.Query.Tests.Ingestion.ImportExtensions;

namespace Chartwright.Query.Tests.Ingestion;

public sealed class ManyFilesTests : IAsyncDisposable
{
    private readonly TestWorkspace _workspace = new(samples: "", configure: options => options.MaxUploadBytes = 4 << 20);

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task ImportAsync_SeveralFiles_MakesATableOfEach()
    {
        var tables = await _workspace.ImportAsync(("a.csv", Text("x\n1\n")), ("b.json", Text("[{\"y\": 2}]")), ("other/a.csv", Text("z\n3\n")));

        Assert.Equal(["a", "b", "a_2"], tables.Select(table => table.Name));
        Assert.Equal("[[1,2,3]]", await _workspace.QueryAsync("SELECT x, y, z FROM a, b, a_2"));
    }

    [Fact]
    public async Task ImportAsync_OneOfSeveralIsBroken_NamesItAndLeavesNothing()
    {
        var error = await _workspace.RefuseAsync(("good.csv", Text("x\n1\n")), ("bad.csv", Text("x,y\n1,2\n3\n")));

        Assert.Equal("bad.csv: Line 3 has 1 values where 2 are expected. Nothing was imported.", error.Message);
    }

    [Fact]
    public async Task ImportAsync_PartsOfText_BecomeOneTableTypedByAllValues()
    {
        var table = Assert.Single(await _workspace.ImportAsOneAsync(
            ("sales/year=2023/month=01/a.csv", Text("id;zip\n1;00123\n")),
            ("sales/year=2024/month=02/b.csv", Text("zip,id,extra\n94110,2,x\n")),
            ("sales/year=__HIVE_DEFAULT_PARTITION__/month=..%2F..%2Fup/c.csv", Text("id,zip\n3,5\n"))));

        Assert.Equal("sales", table.Name);
        Assert.Equal(
            """[[1,"00123",null,2023,"01"],[2,"94110","x",2024,"02"],[3,"5",null,null,"../../up"]]""",
            await _workspace.QueryAsync("SELECT id, zip, extra, year, month FROM sales ORDER BY id"));
    }

    [Fact]
    public async Task ImportAsync_PartsOfParquet_BecomeOneTable()
    {
        var parts = new List<(string, byte[])>();
        foreach (var year in (int[])[2023, 2024])
        {
            await _workspace.ImportAsync(($"p{year}.csv", Text($"id,amount\n{year},1.5\n")));
            parts.Add(($"year={year}/part.parquet", await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(_workspace.Folder, "data", "datasets", $"p{year}"), "*.parquet")[0], TestWorkspace.Stop)));
        }

        var table = Assert.Single(await _workspace.ImportAsOneAsync([.. parts]));

        Assert.Equal("part", table.Name);
        Assert.Equal("[[2023,1.5,2023],[2024,1.5,2024]]", await _workspace.QueryAsync("SELECT id, amount, year FROM part ORDER BY id"));
    }

    [Fact]
    public async Task ImportAsync_PartsThatDoNotGoTogether_AreRefused()
    {
        await Assert.ThrowsAsync<ChartwrightException>(() => _workspace.ImportAsOneAsync(("year=1/a.csv", Text("x\n1\n")), ("b.csv", Text("x\n1\n"))));
        await Assert.ThrowsAsync<ChartwrightException>(() => _workspace.ImportAsOneAsync(("a.csv", Text("x\n1\n")), ("b.json", Text("[{\"x\": 2}]"))));

        Assert.Empty(_workspace.Leftovers());
    }

    [Theory]
    [InlineData("a.csv", "a,b\n1,x\n")]
    [InlineData("a.tsv", "a\tb\n1\tx\n")]
    [InlineData("a.json", "[{\"a\": 1, \"b\": \"x\"}]")]
    [InlineData("a.ndjson", "{\"a\": 1, \"b\": \"x\"}\n")]
    public async Task ImportAsync_Packed_IsReadLikePlain(string fileName, string text)
    {
        await _workspace.ImportAsync(($"{fileName}.gz", Gzip(Text(text))));
        await _workspace.ImportAsync(($"z_{fileName}.zst", Zstd(Text(text))));

        Assert.Equal("""[[1,"x"]]""", await _workspace.QueryAsync("SELECT * FROM a"));
        Assert.Equal("""[[1,"x"]]""", await _workspace.QueryAsync("SELECT * FROM z_a"));
    }

    [Fact]
    public async Task ImportAsync_ZstdBomb_IsStoppedAtTheLimit()
    {
        Assert.Equal(ErrorCode.FileTooLarge, (await _workspace.RefuseAsync(("bomb.csv.zst", Zstd(new byte[20 << 20])))).Code);
    }

    [Fact]
    public async Task ImportAsync_ArchiveCutShort_SaysSo()
    {
        var packed = Zstd(Text(string.Concat(Enumerable.Range(0, 5000).Select(number => $"{number},{number * 7919}\n"))));

        var error = await _workspace.RefuseAsync(("a.csv.zst", packed[..(packed.Length / 2)]));

        Assert.Equal((ErrorCode.FileUnreadable, "The zstd archive is damaged or cut short."), (error.Code, error.Message));
    }

    [Fact]
    public async Task ImportAsync_BeyondTheQuota_SaysSoAndLeavesNothing()
    {
        await using var small = new TestWorkspace(samples: "", configure: options => options.MaxDataBytes = 100_000);

        var error = await small.RefuseAsync(("a.csv", new byte[200_000]));

        Assert.Equal(ErrorCode.StorageFull, error.Code);
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Zstd(byte[] content)
    {
        using var compressor = new Compressor();
        return compressor.Wrap(content).ToArray();
    }
}
