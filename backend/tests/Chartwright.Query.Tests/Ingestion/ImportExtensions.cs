using System.Text;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Query.Ingestion;

namespace Chartwright.Query.Tests.Ingestion;

/// <summary>Imports of bytes in memory.</summary>
internal static class ImportExtensions
{
    public static Task<IReadOnlyList<CatalogTable>> ImportAsync(this TestWorkspace workspace, params (string Name, byte[] Content)[] files) =>
        workspace.Get<IDatasets>().ImportAsync(Request(files), progress: null, TestWorkspace.Stop);

    public static Task<IReadOnlyList<CatalogTable>> ImportAsOneAsync(this TestWorkspace workspace, params (string Name, byte[] Content)[] files) =>
        workspace.Get<IDatasets>().ImportAsync(Request(files) with { AsOne = true }, progress: null, TestWorkspace.Stop);

    public static Task<DatasetPreview> PreviewAsync(this TestWorkspace workspace, params (string Name, byte[] Content)[] files) =>
        workspace.Get<IDatasets>().PreviewAsync(Request(files), progress: null, TestWorkspace.Stop);

    /// <summary>An import that must fail and leave nothing.</summary>
    public static async Task<ChartwrightException> RefuseAsync(this TestWorkspace workspace, params (string Name, byte[] Content)[] files)
    {
        var error = await Assert.ThrowsAnyAsync<ChartwrightException>(() => workspace.ImportAsync(files));
        Assert.Empty(workspace.Leftovers());
        return error;
    }

    /// <summary>What lies in the folders of datasets and imports.</summary>
    public static string[] Leftovers(this TestWorkspace workspace) =>
        [.. ((string[])["datasets", "incoming"]).SelectMany(folder => Directory.GetFileSystemEntries(Path.Combine(workspace.Folder, "data", folder)))];

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A file another program wrote.</summary>
    public static (string Name, byte[] Content) Foreign(string name) => (name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Ingestion", "Files", name)));

    public static ImportRequest Request(IEnumerable<(string Name, byte[] Content)> files) => new(ListAsync(files));

    private static async IAsyncEnumerable<ImportFile> ListAsync(IEnumerable<(string Name, byte[] Content)> files)
    {
        foreach (var (name, content) in files)
        {
            await using var stream = new MemoryStream(content);
            yield return new(name, stream);
        }
    }
}
