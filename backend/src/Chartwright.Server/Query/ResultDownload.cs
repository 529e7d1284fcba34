using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Chartwright.Server.Query;

/// <summary>A whole result as a download that can be resumed (<c>Range</c>) and is not sent twice (<c>If-None-Match</c>).</summary>
internal sealed class ResultDownload : IResult
{
    private const int MaxNameChars = 100;

    private readonly FileStreamHttpResult _file;

    private ResultDownload(FileStreamHttpResult file) => _file = file;

    /// <param name="name">As the user calls it; what no file name may hold is left out.</param>
    public static ResultDownload Of(ResultFile file, ResultFormat format, string? name) =>
        new(TypedResults.Stream(
            file.Content, ContentType(format), $"{FileName(name) ?? "result"}.{format.ToString().ToLowerInvariant()}",
            file.FetchedAt, new EntityTagHeaderValue($"\"{file.ETag}\""), enableRangeProcessing: true));

    /// <summary>A file of a job under its own name.</summary>
    public static ResultDownload Of(JobFileContent file, string name) =>
        new(TypedResults.Stream(
            file.Content, ContentType(file.Format is BatchFormat.Csv ? ResultFormat.Csv : ResultFormat.Parquet), name,
            file.FetchedAt, new EntityTagHeaderValue($"\"{file.ETag}\""), enableRangeProcessing: true));

    public static string ContentType(ResultFormat format) => format switch
    {
        ResultFormat.Csv => "text/csv; charset=utf-8",
        ResultFormat.Parquet => "application/vnd.apache.parquet",
        ResultFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/json",
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        httpContext.Response.Headers.ContentEncoding = "identity"; // a part of a compressed file could not be asked for again
        return _file.ExecuteAsync(httpContext);
    }

    private static string? FileName(string? name)
    {
        if (name is null) return null;
        var kept = string.Concat(name.Where(sign => !char.IsControl(sign) && !char.IsSurrogate(sign) && !"/\\:*?\"<>|".Contains(sign, StringComparison.Ordinal))).Trim(' ', '.');
        return kept.Length == 0 ? null : kept[..Math.Min(kept.Length, MaxNameChars)];
    }
}
