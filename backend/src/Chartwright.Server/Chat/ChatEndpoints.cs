using Chartwright.Server.Http;
using Chartwright.Server.Sse;

namespace Chartwright.Server.Chat;

internal static class ChatEndpoints
{
    private const int MaxBodyBytes = 1024 * 1024; // the longest message with every character escaped fits well

    /// <summary>Maps the chat under both of its names.</summary>
    public static void MapChat(this IEndpointRouteBuilder app, IEndpointRouteBuilder api)
    {
        Map(api, "/chat", "Chat");
        Map(app, "/chat", "ChatAlias");
    }

    private static void Map(IEndpointRouteBuilder routes, string path, string name) =>
        routes.MapPost(path, AskAsync).WithName(name).WithTags("Chat").WithMetadata(new RequestLimit(MaxBodyBytes));

    /// <summary>Starts a run and streams its events (contracts/events.schema.json). The run goes on when the client leaves.</summary>
    private static async Task<SseResult> AskAsync(ChatRequest body, ChatStarter starter, CancellationToken cancellationToken) =>
        new((await starter.StartAsync(body, cancellationToken)).Log);
}
