using System.IO.Compression;
using System.Text;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Query.Ingestion;
using Chartwright.Testing;

namespace Chartwright.Query.Tests.Ingestion;

/// <summary>Imports into a data folder on a disk of 16 MB.</summary>
public sealed class FullDiskTests : IAsyncDisposable
{
    private const int MegaBytes = 1 << 20;

    private readonly SmallDisk? _disk = SmallDisk.TryMount();
    private readonly TestWorkspace? _workspace;

    public FullDiskTests() => _workspace = _disk is null ? null : new(folder: _disk.Folder, samples: "");

    public async ValueTask DisposeAsync()
    {
        if (_workspace is not null) await _workspace.DisposeAsync();
        _disk?.Dispose();
    }

    public static TheoryData<string, byte[]> TooLarge => new()
    {
        { "upload.csv", Noise(24 * MegaBytes) },
        { "unpacked.csv.gz", Packed(24 * MegaBytes) },
        { "converted.csv", Noise(12 * MegaBytes) }, // comes in, but its Parquet finds no room beside it
    };

    [Theory]
    [MemberData(nameof(TooLarge), DisableDiscoveryEnumeration = true)]
    public async Task ImportAsync_DiskGetsFull_SaysSoAndLeavesTheTablesAsTheyWere(string name, byte[] content)
    {
        Assert.SkipWhen(_workspace is null, SmallDisk.NotHere);
        await _workspace.ImportAsync(("old.csv", "a\n1\n"u8.ToArray()));
        var before = _workspace.Leftovers();

        var asNew = await Assert.ThrowsAsync<ChartwrightException>(() => _workspace.ImportAsync((name, content)));
        var asReplacement = await Assert.ThrowsAsync<ChartwrightException>(() => ReplaceAsync("old", name, content));

        Assert.Equal((ErrorCode.StorageFull, ErrorCode.StorageFull), (asNew.Code, asReplacement.Code));
        Assert.Equal(before, _workspace.Leftovers());
        Assert.Equal("[[1]]", await _workspace.QueryAsync("SELECT a FROM old"));
        await _workspace.ImportAsync(("next.csv", "a\n2\n"u8.ToArray()));
        Assert.Equal("[[2]]", await _workspace.QueryAsync("SELECT a FROM next"));
    }

    [Fact]
    public async Task CommitAsync_DiskGetsFullAfterThePreview_KeepsThePreviewForWhenThereIsRoom()
    {
        Assert.SkipWhen(_workspace is null, SmallDisk.NotHere);
        var preview = await _workspace.PreviewAsync(("t.csv", Noise(4 * MegaBytes)));
        var filler = Path.Combine(_disk!.Folder, "filler");
        Assert.ThrowsAny<IOException>(() => Fill(filler));

        // another type: the table is written anew
        var choice = new TableChoice(0, "t", Columns: [new("a", Type: "VARCHAR"), new("b")]);
        var drafted = Directory.GetFiles(_workspace.Leftovers()[0]).Order().ToArray();
        var full = await Assert.ThrowsAsync<ChartwrightException>(() => CommitAsync(preview, choice));
        Assert.Equal(drafted, Directory.GetFiles(_workspace.Leftovers()[0]).Order());
        File.Delete(filler);
        await CommitAsync(preview, choice);

        Assert.Equal(ErrorCode.StorageFull, full.Code);
        Assert.Equal("[[true]]", await _workspace.QueryAsync("SELECT count(*) > 1000 FROM t"));
    }

    private Task<IReadOnlyList<CatalogTable>> ReplaceAsync(string table, string file, byte[] content) =>
        _workspace!.Get<IDatasets>().ImportAsync(ImportExtensions.Request([(file, content)]) with { Name = table, Replace = true }, progress: null, TestWorkspace.Stop);

    private Task<IReadOnlyList<CatalogTable>> CommitAsync(DatasetPreview preview, TableChoice choice) => _workspace!.Get<IDatasets>().CommitAsync(preview.Id, [choice], TestWorkspace.Stop);

    private static void Fill(string path)
    {
        using var file = File.Create(path);
        while (true) file.Write(new byte[MegaBytes]);
    }

    /// <summary>A CSV that compresses badly.</summary>
    private static byte[] Noise(int sizeBytes)
    {
        var random = new Random(1);
        var line = new byte[90];
        var text = new StringBuilder("a,b\n", sizeBytes);
        for (var row = 0; text.Length < sizeBytes; row++)
        {
            random.NextBytes(line);
            text.Append(row).Append(',').Append(Convert.ToBase64String(line)).Append('\n');
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static byte[] Packed(int sizeBytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.ASCII.GetBytes("a\n" + new string('1', sizeBytes)));
        return packed.ToArray();
    }
}
