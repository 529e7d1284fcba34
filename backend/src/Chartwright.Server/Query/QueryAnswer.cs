using System.Buffers;
using System.Text.Json;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Microsoft.AspNetCore.Http.Metadata;

namespace Chartwright.Server.Query;

/// <summary>Sends a result as <see cref="QueryResponse"/>; the rows go from the cache to the socket as they are, without a copy in between.</summary>
internal sealed class QueryAnswer(QueryResult result, ResultChange? change = null, Sampling? sampling = null) : IResult, IEndpointMetadataProvider
{
    private static ReadOnlySpan<byte> Start => "{\"rows\":"u8;

    public static void PopulateMetadata(System.Reflection.MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(QueryResponse), ["application/json"]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        var rows = result.Rows.Utf8.IsEmpty ? RawJson.EmptyArray.Utf8 : result.Rows.Utf8;
        var rest = Rest();
        response.ContentLength = Start.Length + rows.Length + rest.Length;
        response.BodyWriter.Write(Start);
        await response.BodyWriter.WriteAsync(rows, httpContext.RequestAborted);
        await response.BodyWriter.WriteAsync(rest, httpContext.RequestAborted);
    }

    /// <summary>Everything but the rows, from the second field on: <c>,"columns":…}</c>.</summary>
    private ReadOnlyMemory<byte> Rest()
    {
        var fields = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                result.Columns, result.RowCount, result.Truncated, result.FetchedAt, result.DataVersion, result.CacheKey, result.Engine,
                ElapsedMs = result.Elapsed.TotalMilliseconds, result.FromCache, Change = change, Sampling = sampling,
            },
            ChartwrightJson.Options);
        fields[0] = (byte)',';
        return fields;
    }
}
