using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Server.Problems;

namespace Chartwright.Server.Query;

internal static class QueryEndpoints
{
    public static void MapQuery(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/query", RunAsync).WithName("RunQuery").WithTags("Data");
        var results = routes.MapGroup("/results/{cacheKey}").WithTags("Data");
        results.MapGet("", GetAsync).WithName("GetResult").Produces<QueryResponse>()
            .Produces<Stream>(contentType: ResultDownload.ContentType(ResultFormat.Csv), additionalContentTypes: [ResultDownload.ContentType(ResultFormat.Parquet), ResultDownload.ContentType(ResultFormat.Xlsx)]);
        results.MapPost("/refresh", RefreshAsync).WithName("RefreshResult");
    }

    /// <summary>Runs one guarded SELECT: the same path as the model's tool.</summary>
    private static async Task<QueryAnswer> RunAsync(QueryApiRequest body, IQueryService queries, CancellationToken cancellationToken) =>
        new(await queries.QueryAsync(body.ToQuery(), cancellationToken));

    /// <summary>A result by its key: its first rows as JSON, a page of all its rows, as many points as a chart can draw, or all rows as a file.</summary>
    private static async Task<IResult> GetAsync(string cacheKey, [AsParameters] ResultSelection selection, IQueryService queries, IResults results, CancellationToken cancellationToken)
    {
        if (selection.ToSample() is { } request)
        {
            var sampled = await results.SampleAsync(cacheKey, request, cancellationToken) ?? throw Unknown();
            return new TaggedAnswer(sampled.Result, new QueryAnswer(sampled.Result, sampling: sampled.Sampling));
        }
        if (selection.ToPage() is var (offset, limit))
        {
            var page = await results.PageAsync(cacheKey, offset, limit, cancellationToken) ?? throw Unknown();
            return new TaggedAnswer(page, new QueryAnswer(page));
        }
        if (selection.ToFormat() is { } format)
            return ResultDownload.Of(await results.ExportAsync(cacheKey, format, cancellationToken) ?? throw Unknown(), format, selection.Name);
        return new QueryAnswer(await FindAsync(queries, cacheKey, cancellationToken));
    }

    /// <summary>Runs the statement again and says what changed. A failure leaves the old result as it was.</summary>
    private static async Task<QueryAnswer> RefreshAsync(string cacheKey, IQueryService queries, CancellationToken cancellationToken)
    {
        var before = await FindAsync(queries, cacheKey, cancellationToken);
        var after = await queries.RefreshAsync(cacheKey, cancellationToken);
        return new(after, ResultChange.Between(before, after));
    }

    private static async Task<QueryResult> FindAsync(IQueryService queries, string cacheKey, CancellationToken cancellationToken) =>
        await queries.FindAsync(cacheKey, cancellationToken) ?? throw Unknown();

    private static QueryException Unknown() => new(ErrorCode.UnknownResult, "This result is no longer known. Run its query again.");
}
