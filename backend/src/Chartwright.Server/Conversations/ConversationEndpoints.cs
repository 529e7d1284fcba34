using Chartwright.Core.Conversations;
using Chartwright.Core.Paging;
using Chartwright.Server.Http;
using Chartwright.Server.Problems;
using Chartwright.Server.Runs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chartwright.Server.Conversations;

internal static class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/conversations").WithTags("Conversations");
        group.MapGet("", ListAsync).WithName("ListConversations");
        group.MapDelete("", ClearAsync).WithName("ClearConversations");
        group.MapGet("/{id:guid}", GetAsync).WithName("GetConversation");
        group.MapPatch("/{id:guid}", RenameAsync).WithName("RenameConversation");
        group.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteConversation");
    }

    /// <summary>Most recently changed first.</summary>
    private static async Task<Ok<Page<ConversationSummary>>> ListAsync(
        [AsParameters] Paging paging, IConversationStore conversations, CancellationToken cancellationToken) =>
        TypedResults.Ok(await conversations.ListAsync(paging.ToRequest(), cancellationToken));

    private static async Task<Ok<ConversationResponse>> GetAsync(
        Guid id, IConversationStore conversations, RunRegistry registry, CancellationToken cancellationToken)
    {
        // asked for first: a run that ends in between has then left its message in what is read
        var active = registry.FindActive(new(id));
        var (summary, messages) = await conversations.FindAsync(new(id), cancellationToken) ?? throw Refuse.NotFound("conversation");
        return TypedResults.Ok(new ConversationResponse(summary.Id, summary.Title, summary.CreatedAt, summary.UpdatedAt, active, messages));
    }

    private static async Task<NoContent> RenameAsync(
        Guid id, RetitleRequest body, IConversationStore conversations, CancellationToken cancellationToken) =>
        await conversations.RenameAsync(new(id), Refuse.Name(body.Title, "title"), cancellationToken) ? TypedResults.NoContent() : throw Refuse.NotFound("conversation");

    /// <summary>Stops its run, then removes the conversation with messages and runs. Artifacts that a template names stay.</summary>
    private static async Task<NoContent> DeleteAsync(
        Guid id, IConversationStore conversations, RunRegistry registry, CancellationToken cancellationToken)
    {
        await registry.StopAsync(new(id), cancellationToken);
        return await conversations.DeleteAsync(new(id), cancellationToken) ? TypedResults.NoContent() : throw Refuse.NotFound("conversation");
    }

    /// <summary>Stops every run and removes every conversation.</summary>
    private static async Task<NoContent> ClearAsync(IConversationStore conversations, RunRegistry registry, CancellationToken cancellationToken)
    {
        await registry.StopAllAsync(cancellationToken);
        await conversations.ClearAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
