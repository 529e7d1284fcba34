using System.Text.Json;
using Chartwright.Core.Json;
using Chartwright.Query.Files;
using Chartwright.Query.Results.Files;

namespace Chartwright.Query.Results.Exports;

/// <summary><c>{"rows":[[…],…],"columns":[{name,type}],"rowCount":…,"fetchedAt":…,"dataVersion":…,"cacheKey":…}</c>, values as in every answer.</summary>
internal sealed class JsonExport(StoredPages pages)
{
    public async Task WriteAsync(StoredResult stored, string path, CancellationToken cancellationToken)
    {
        await using var file = PrivateFiles.Create(path);
        await file.WriteAsync("{\"rows\":["u8.ToArray(), cancellationToken);
        var isFirst = true;
        await foreach (var page in pages.ReadAsync(stored, stored.SelectList, cancellationToken))
        {
            if (!isFirst) await file.WriteAsync(","u8.ToArray(), cancellationToken);
            isFirst = false;
            await file.WriteAsync(page[1..^1], cancellationToken);
        }
        var manifest = stored.Manifest;
        var rest = JsonSerializer.SerializeToUtf8Bytes(
            new { Columns = manifest.Columns.Select(column => column.ToColumn()), manifest.RowCount, manifest.FetchedAt, manifest.DataVersion, CacheKey = manifest.Key },
            ChartwrightJson.Options);
        rest[0] = (byte)',';
        await file.WriteAsync("]"u8.ToArray(), cancellationToken);
        await file.WriteAsync(rest, cancellationToken);
    }
}
