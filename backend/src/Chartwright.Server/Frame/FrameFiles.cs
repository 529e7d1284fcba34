using System.Text.RegularExpressions;
using Chartwright.Core.Errors;
using Chartwright.Server.Problems;
using Chartwright.Server.Security;
using Chartwright.Server.StaticExport;

namespace Chartwright.Server.Frame;

/// <summary>All that a frame host answers: the frame's document and its hashed bundle. No cookie, no route, no redirect.</summary>
internal sealed partial class FrameFiles(ExportFiles files, HostPolicy hosts)
{
    public const string Prefix = "/frame/";

    /// <summary>Drawings of the icons; the page reads them and hands them to the frame.</summary>
    public const string Icons = "/frame/icons.json";

    private const string Document = "/frame/sandbox.html";

    public async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isRead || !(path == Document || BundleName().IsMatch(path)) || files.Find(path) is not { } file || ReadPolicy() is not { } policy)
        {
            await ProblemWriter.WriteAsync(context, ApiProblem.Of(ErrorCode.NotFound, "There is nothing at this address."));
            return;
        }
        if (path == Document) policy.Apply(context.Response.Headers, $"{context.Request.Scheme}://{context.Request.Host.Value}", hosts.AppOrigins(context));
        else policy.ApplyAsset(context.Response.Headers);
        await ExportFiles.SendAsync(context, file, path == Document ? "no-store" : "public, max-age=31536000, immutable");
    }

    /// <summary>Without its policy the document is not sent at all.</summary>
    private FramePolicy? ReadPolicy() => files.Find(FramePolicy.FileName) is { } file ? FramePolicy.Parse(file.Content) : null;

    [GeneratedRegex(@"^/frame/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*[.-][A-Za-z0-9_]{6,}\.(js|css|woff2)$")]
    private static partial Regex BundleName();
}
