using Chartwright.Agent;
using Chartwright.Analyst;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Conversations;
using Chartwright.Core.Ids;
using Chartwright.Core.Runs;
using Chartwright.Core.Templates;
using Chartwright.Server.Telemetry;
using Microsoft.Extensions.AI;

namespace Chartwright.Server.Startup;

/// <summary>Walks the paths of a first question once the server is ready, so that the first user does not wait for code to be compiled and indexes to be built. Reads only.</summary>
internal sealed partial class WarmUp(
    StorageStartup storage, CatalogStartup catalog, IConversationStore conversations, IRunStore runs, IArtifactStore artifacts, ITemplateStore templates,
    [FromKeyedServices(AgentServices.BuiltinModel)] IChatClient analyst, ILogger<WarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await storage.Ready.WaitAsync(stoppingToken);
            var snapshot = await catalog.Loaded.WaitAsync(stoppingToken);
            await conversations.ListAsync(new(), stoppingToken);
            await conversations.FindAsync(NewId.Of<ConversationId>(), stoppingToken);
            await runs.FindAsync(NewId.Of<RunId>(), stoppingToken);
            await artifacts.FindAsync(NewId.Of<ArtifactId>(), stoppingToken);
            await templates.ListAsync(new(), stoppingToken);
            if (SuggestedQuestions.For(snapshot) is not [var question, ..]) return;
            await foreach (var _ in analyst.GetStreamingResponseAsync([new(ChatRole.User, question)], cancellationToken: stoppingToken)) { } // asks for a tool; nobody runs it
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // stopped before it was warm
        }
#pragma warning disable CA1031 // nothing depends on it; the request that meets the same failure tells it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(FailureText.Of(failure));
        }
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true); // a server at rest gives back what its start has left
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "warm-up ended early: {Failure}")]
    private partial void LogFailed(string failure);
}
