using Chartwright.Core.Queries;
using Microsoft.Net.Http.Headers;

namespace Chartwright.Server.Query;

/// <summary>An answer that a client which has it already need not be sent again (<c>If-None-Match</c>).</summary>
/// <param name="result">Its key and time name the rows.</param>
internal sealed class TaggedAnswer(QueryResult result, IResult answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = new EntityTagHeaderValue($"\"{result.CacheKey}-{result.FetchedAt.UtcTicks:x}\"", isWeak: true);
        httpContext.Response.Headers.ETag = tag.ToString();
        if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            httpContext.Response.Headers.CacheControl = CacheControl;
            return Task.CompletedTask;
        }
        httpContext.Response.OnStarting(static response => { ((HttpResponse)response).Headers.CacheControl = CacheControl; return Task.CompletedTask; }, httpContext.Response);
        return answer.ExecuteAsync(httpContext);
    }

    private const string CacheControl = "private, no-cache";
}
