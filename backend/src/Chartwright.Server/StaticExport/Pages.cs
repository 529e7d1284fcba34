using System.Text;
using Chartwright.Server.Frame;
using Chartwright.Server.Problems;
using Chartwright.Server.Security;

namespace Chartwright.Server.StaticExport;

/// <summary>Everything that is no route: the pages and their files.</summary>
/// <remarks>Not a fallback route: that would also take what a route refuses for its method or its content type.</remarks>
internal static class Pages
{
    private const string Immutable = "public, max-age=31536000, immutable";
    private const string Revalidate = "no-cache";

    private static readonly byte[] _noBuild = Encoding.UTF8.GetBytes(
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Chartwright</title>
        <body style="font: 16px/1.5 system-ui; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
        <h1>The pages are not built</h1>
        <p>The server is running and its API answers, but there is no build of the pages.
        Run <code>npm run build</code> in <code>frontend</code>, or start with <code>./run.sh</code>, which builds them.</p>
        """);

    /// <summary>Answers what has no route. Comes after routing and sign-in.</summary>
    public static void UsePages(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<ExportFiles>();
        app.Use((context, next) => context.GetEndpoint() is null ? AnswerAsync(context, files) : next(context));
    }

    private static async Task AnswerAsync(HttpContext context, ExportFiles files)
    {
        var path = context.Request.Path.Value ?? "/";
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isRead || IsApi(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await ProblemWriter.WriteForStatusAsync(context);
        }
        else if (!files.HasBuild && path == "/") await SendNoBuildAsync(context);
        else if (Find(files, path) is { } file) await ExportFiles.SendAsync(context, file, ExportFiles.IsHashed(path) ? Immutable : Revalidate);
        else if (files.Find("404.html") is { } missing) await ExportFiles.SendAsync(context, missing, Revalidate, StatusCodes.Status404NotFound);
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await ProblemWriter.WriteForStatusAsync(context);
        }
    }

    private static bool IsApi(string path) => path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) || path.Equals("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>/artifact</c> is <c>artifact.html</c> or <c>artifact/index.html</c>. The frame's files are for frame hosts alone.</summary>
    private static ExportFile? Find(ExportFiles files, string path)
    {
        if (path.StartsWith(FrameFiles.Prefix, StringComparison.OrdinalIgnoreCase) || path == "/" + AppHeaders.HashesFile) return null;
        var name = path.Trim('/');
        if (name.Length == 0) return files.Find("index.html");
        return Path.HasExtension(name) ? files.Find(name) : files.Find(name + ".html") ?? files.Find(name + "/index.html");
    }

    private static Task SendNoBuildAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(_noBuild, context.RequestAborted).AsTask();
    }
}
