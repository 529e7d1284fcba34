using Chartwright.Agent.Models;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Catalog;
using Chartwright.Core.Chat;
using Chartwright.Core.Ids;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chartwright.Agent.Tests;

/// <summary>An agent over fakes, composed as a host does it. The model stands in for a configured one, or (see <see cref="WithBuiltin"/>) for the built-in analyst.</summary>
internal sealed class AgentHarness : IAsyncDisposable
{
    public const string Viz = "export default function Viz({ data }) {\n  return <p>A chart</p>\n}";

    private readonly ServiceProvider _services;

    private AgentHarness(
        IChatClient model, ModelEntry? entry, IQueryService? queries, Dictionary<string, string?>? settings, TimeProvider? clock, ICatalog? catalog, ILoggerProvider? logs, IJobs? jobs)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            if (logs is not null)
                logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        });
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddSingleton(queries ?? FakeQueryService.Answering(Sales));
        services.AddSingleton(catalog ?? FakeCatalog.Retail);
        services.AddSingleton(jobs ?? FakeJobs.Done);
        services.AddSingleton<IArtifactStore>(Artifacts);
        services.AddKeyedSingleton(AgentServices.BuiltinModel, model);
        services.AddChartwrightAgent(new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build());
        if (entry is not null)
            services.AddSingleton(new ModelCatalog(entry with { Client = model }));
        _services = services.BuildServiceProvider();
        Agent = _services.GetRequiredService<IConversationAgent>();
    }

    /// <summary>With a model as if it were configured.</summary>
    public AgentHarness(
        IChatClient model, IQueryService? queries = null, Dictionary<string, string?>? settings = null, TimeProvider? clock = null, ICatalog? catalog = null, ILoggerProvider? logs = null, IJobs? jobs = null)
        : this(model, new ModelEntry("scripted", model, IsBuiltin: false), queries, settings, clock, catalog, logs, jobs)
    {
    }

    /// <summary>With a model in the place of the built-in analyst, beside those of the settings.</summary>
    public static AgentHarness WithBuiltin(IChatClient model, Dictionary<string, string?>? settings = null, ILoggerProvider? logs = null) =>
        new(model, null, null, settings, null, null, logs, null);

    public static QueryResult Sales { get; } = FakeQueryService.Result("region VARCHAR, sales DECIMAL(18,2)", """[["West",30.5],["East",20.0]]""");

    public InMemoryArtifactStore Artifacts { get; } = new();

    public IConversationAgent Agent { get; }

    public static AgentRequest Ask(string question, Artifact? artifact = null, params AgentTurn[] history) =>
        new(NewId.Of<ConversationId>(), NewId.Of<RunId>(), question, null, history, artifact);

    public static string Block(string code, string info = "tsx") => $"```{info}\n{code}\n```\n";

    public static ScriptedTurn RunSql(string sql = "SELECT region, sum(sales) AS sales FROM order_items GROUP BY ALL", string id = "c1") =>
        new ScriptedTurn().Call(id, "run_sql", new { query = sql }).Finish(ChatFinishReason.ToolCalls);

    /// <summary>What a tool told the model, as it stands at the end of its request.</summary>
    public static System.Text.Json.JsonElement ToolResult(ScriptedChatClient model, int request, int call = 0) =>
        System.Text.Json.JsonElement.Parse((string)((FunctionResultContent)model.Requests[request].Messages[^1].Contents[call]).Result!);

    /// <summary>Runs to the end.</summary>
    public async Task<IReadOnlyList<ChatEvent>> RunAsync(AgentRequest request)
    {
        var events = new List<ChatEvent>();
        await foreach (var next in Agent.RunAsync(request, TestContext.Current.CancellationToken))
            events.Add(next);
        return events;
    }

    /// <summary>Runs to the end and cancels after the first event that fits.</summary>
    public async Task<IReadOnlyList<ChatEvent>> RunAndCancelAsync(AgentRequest request, Func<ChatEvent, bool> when, Action? afterwards = null)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var events = new List<ChatEvent>();
        await foreach (var next in Agent.RunAsync(request, cancel.Token))
        {
            events.Add(next);
            if (!cancel.IsCancellationRequested && when(next))
            {
                await cancel.CancelAsync();
                afterwards?.Invoke();
            }
        }
        return events;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

internal static class ChatEvents
{
    public static string TextOf(this IEnumerable<ChatEvent> events) => string.Concat(events.OfType<TextEvent>().Select(text => text.Delta));

    public static DoneEvent Done(this IReadOnlyList<ChatEvent> events) => Assert.IsType<DoneEvent>(events[^1]);

    public static ErrorEvent Error(this IEnumerable<ChatEvent> events) => Assert.Single(events.OfType<ErrorEvent>());

    public static ArtifactEvent Artifact(this IEnumerable<ChatEvent> events) => Assert.Single(events.OfType<ArtifactEvent>());

    public static IEnumerable<ChatStage> Stages(this IEnumerable<ChatEvent> events) => events.OfType<StageEvent>().Select(stage => stage.Stage);

    public static IEnumerable<ToolState> ToolStates(this IEnumerable<ChatEvent> events) => events.OfType<ToolEvent>().Select(tool => tool.State);
}
