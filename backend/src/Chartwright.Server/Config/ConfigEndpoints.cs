using System.Reflection;
using Chartwright.Core.Chat;
using Chartwright.Server.Chat;
using Chartwright.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Chartwright.Server.Config;

/// <summary>What the page needs to know of the server.</summary>
/// <param name="FrameOriginTemplate">A frame's origin, with <c>{id}</c> in place of what makes it unique.</param>
public sealed record ConfigResponse(string Version, IReadOnlyList<ModelChoice> Models, string FrameOriginTemplate, ConfigLimits Limits);

/// <param name="Name">As <c>POST /api/chat</c> takes it.</param>
public sealed record ModelChoice(string Name, bool IsDefault);

public sealed record ConfigLimits(int MessageChars, long UploadBytes, int RenderMs);

internal static class ConfigEndpoints
{
    public static string Version { get; } =
        typeof(ConfigEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void MapConfig(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/config", Get).WithName("GetConfig").WithTags("Server");

    private static Ok<ConfigResponse> Get(HttpContext context, IConversationAgent agent, HostPolicy hosts, IOptions<LimitOptions> limits) =>
        TypedResults.Ok(new ConfigResponse(
            Version,
            [.. agent.Models.Select((name, index) => new ModelChoice(name, index == 0))],
            hosts.FrameOriginTemplate(context),
            new(ChatStarter.MaxMessageChars, limits.Value.UploadBytes, limits.Value.RenderMs)));
}
