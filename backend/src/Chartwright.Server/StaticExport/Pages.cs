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
    private const string NotFoundPage = "404.html";

    private static readonly byte[] NoBuild = Encoding.UTF8.GetBytes(
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
        var headers = app.Services.GetRequiredService<AppHeaders>();
        app.Use((context, next) => context.GetEndpoint() is null ? AnswerAsync(context, files, headers) : next(context));
    }

    private static async Task AnswerAsync(HttpContext context, ExportFiles files, AppHeaders headers)
    {
        var path = context.Request.Path.Value ?? "/";
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isRead || IsApi(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await ProblemWriter.WriteForStatusAsync(context);
        }
        else if (!files.HasBuild && path == "/") await SendNoBuildAsync(context);
        else if (Find(files, path) is ({ } file, var name))
        {
            if (file.ContentType == "text/html") headers.ApplyPage(context, name);
            await ExportFiles.SendAsync(context, file, ExportFiles.IsHashed(path) ? Immutable : Revalidate);
        }
        else if (files.Find(NotFoundPage) is { } missing)
        {
            headers.ApplyPage(context, NotFoundPage);
            await ExportFiles.SendAsync(context, missing, Revalidate, StatusCodes.Status404NotFound);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await ProblemWriter.WriteForStatusAsync(context);
        }
    }

    private static bool IsApi(string path) => path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) || path.Equals("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>/artifact</c> is <c>artifact.html</c> or <c>artifact/index.html</c>.</summary>
    private static (ExportFile? File, string Name) Find(ExportFiles files, string path)
    {
        if (IsPrivate(path)) return (null, "");
        var name = path.Trim('/');
        string[] names = name.Length == 0 ? ["index.html"] : Path.HasExtension(name) ? [name] : [name + ".html", name + "/index.html"];
        return names.Select(candidate => (files.Find(candidate), candidate)).FirstOrDefault(found => found.Item1 is not null);
    }

    /// <summary>What the build wrote for the server, and the frame's files, which are for frame hosts. The icon table is read by the page.</summary>
    private static bool IsPrivate(string path) =>
        path == "/" + PageHashes.FileName || path.StartsWith(FrameFiles.Prefix, StringComparison.OrdinalIgnoreCase) && path != FrameFiles.Icons;

    private static Task SendNoBuildAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(NoBuild, context.RequestAborted).AsTask();
    }
}
