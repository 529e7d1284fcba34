using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Chartwright.Query.Results;

namespace Chartwright.Query.Tests.Results;

public sealed class ResultCacheTests
{
    private readonly ResultCache _cache = new(maxBytes: 4096, TimeSpan.FromMinutes(5), TimeProvider.System);

    [Fact]
    public void Put_BeyondTheBytes_DropsTheLeastUsed()
    {
        _cache.Put(Result("a", 1000));
        _cache.Put(Result("b", 1000));
        Assert.NotNull(_cache.Find("a")); // now b is the one unused for longest

        _cache.Put(Result("c", 1000));

        Assert.Equal((true, false, true), (_cache.Find("a") is not null, _cache.Find("b") is not null, _cache.Find("c") is not null));
    }

    [Fact]
    public void Put_LargerThanTheCache_IsNotKeptAndDropsNoOther()
    {
        _cache.Put(Result("a", 1000));

        _cache.Put(Result("huge", 5000));

        Assert.Equal((true, false), (_cache.Find("a") is not null, _cache.Find("huge") is not null));
    }

    private static QueryResult Result(string key, int bytes) => new()
    {
        CacheKey = key, Columns = [], Rows = new RawJson(new byte[bytes]), ReturnedRows = 0, RowCount = 0, Truncated = false,
        FetchedAt = default, DataVersion = "1", Elapsed = default,
    };
}
