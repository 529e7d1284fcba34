using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;

namespace Chartwright.Server.StaticExport;

/// <summary>The built pages, kept in memory and read again when a file changes. Thread-safe.</summary>
internal sealed partial class ExportFiles(WebRoot root)
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private readonly ConcurrentDictionary<string, ExportFile> _files = new(StringComparer.Ordinal);

    public bool HasBuild => root.Folder is not null;

    /// <returns>The file at that path inside the build, or null.</returns>
    public ExportFile? Find(string relativePath)
    {
        if (root.FindFile(relativePath) is not { } path) return null;
        var modified = File.GetLastWriteTimeUtc(path);
        if (_files.TryGetValue(path, out var known) && known.Modified == modified) return known;
        return _files[path] = new(File.ReadAllBytes(path), TypeOf(path), modified);
    }

    /// <summary>Sends the file, compressed when the client takes that, or 304 when it has it already.</summary>
    public static async Task SendAsync(HttpContext context, ExportFile file, string cacheControl, int status = StatusCodes.Status200OK)
    {
        var response = context.Response;
        response.Headers.CacheControl = cacheControl;
        response.Headers.ETag = file.ETag;
        response.Headers.Vary = "Accept-Encoding";
        if (status == StatusCodes.Status200OK && context.Request.Headers.IfNoneMatch.Any(tag => tag?.Contains(file.ETag, StringComparison.Ordinal) == true))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (bytes, encoding) = file.For(context.Request.Headers.AcceptEncoding.ToString());
        response.StatusCode = status;
        response.ContentType = file.ContentType.StartsWith("text/", StringComparison.Ordinal) ? file.ContentType + "; charset=utf-8" : file.ContentType;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>True for a file whose name changes with its content.</summary>
    public static bool IsHashed(string path) => path.StartsWith("/_next/static/", StringComparison.Ordinal) || HashedName().IsMatch(path);

    private static string TypeOf(string path) => ContentTypes.TryGetContentType(path, out var type) ? type : "application/octet-stream";

    [GeneratedRegex(@"[.-][A-Za-z0-9_]{8,}\.(js|css|woff2)$")]
    private static partial Regex HashedName();
}
