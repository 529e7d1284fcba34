using Chartwright.Core.Queries;

namespace Chartwright.Server.Tests.Hosting;

/// <summary>Knows the one result <c>k1</c>; remembers what was asked of it.</summary>
internal sealed class FakeResults : IResults
{
    public SampleRequest? Asked { get; private set; }

    public Task<SampledResult?> SampleAsync(string cacheKey, SampleRequest request, CancellationToken cancellationToken)
    {
        Asked = request;
        var sampling = new Sampling(SamplingMethod.MinMax, 90_000, 2, "day", ["total"], null);
        return Task.FromResult(cacheKey == "k1" ? new SampledResult(FakeQueries.Result("k1"), sampling) : null);
    }

    public Task<ResultFile?> ExportAsync(string cacheKey, ResultFormat format, CancellationToken cancellationToken) =>
        Task.FromResult(cacheKey == "k1" ? new ResultFile(new MemoryStream("0123456789"u8.ToArray()), FetchedAt, $"tag-{format}") : null);

    public static DateTimeOffset FetchedAt { get; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public Task<QueryResult?> PageAsync(string cacheKey, long offset, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(cacheKey == "k1" ? FakeQueries.Result("k1", $"[[\"{offset}\",{limit}]]") : null);
}
