using Chartwright.Core.Errors;
using Chartwright.Server.Frame;
using Chartwright.Server.Problems;

namespace Chartwright.Server.Security;

/// <summary>The first look at a request: is it for us, and does it come from our own page?</summary>
internal sealed class RequestGuard(HostPolicy hosts, FrameFiles frames, AppHeaders headers) : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        switch (hosts.Classify(context))
        {
            case HostKind.Frame:
                return frames.AnswerAsync(context);
            case HostKind.Unknown:
                return ProblemWriter.WriteAsync(context, ApiProblem.Of(ErrorCode.HostNotAllowed, "This server does not answer under that name."));
        }
        headers.Apply(context);
        return IsForeignChange(context.Request)
            ? ProblemWriter.WriteAsync(context, ApiProblem.Of(ErrorCode.OriginNotAllowed, "Changes are accepted from the app's own page only."))
            : next(context);
    }

    /// <summary>Browsers name the origin of every request that can change something; a client that is no browser names none.</summary>
    private bool IsForeignChange(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;
        if (request.Headers.Origin is [{ } origin, ..]) return !hosts.IsOwnOrigin(origin, request.Host);
        return request.Headers["Sec-Fetch-Site"] is [{ } site, ..] && site is not ("same-origin" or "none");
    }
}
