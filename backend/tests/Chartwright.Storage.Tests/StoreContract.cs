using System.Text.Json;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Chat;
using Chartwright.Core.Conversations;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Json;
using Chartwright.Core.Paging;
using Chartwright.Core.Queries;
using Chartwright.Core.Runs;
using Chartwright.Core.Templates;

namespace Chartwright.Storage.Tests;

/// <summary>What every database must do alike. Derived classes name the database.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private StoreHost? _host;

    private StoreHost Host => _host ?? throw new InvalidOperationException("Not started.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<StoreHost> StartAsync(CancellationToken cancellationToken);

    public async ValueTask InitializeAsync() => _host = await StartAsync(Token);

    public virtual async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Conversation_WithMessages_ComesBackWhole()
    {
        var store = Host.Get<IConversationStore>();
        var created = await store.CreateAsync("  total sales\nby region ", Token);
        var question = Message(MessageRole.User, "total sales by region – Ω 😀");
        var answer = Message(MessageRole.Assistant, "Sum of sales") with
        {
            RunId = NewId.Of<RunId>(),
            ArtifactId = NewId.Of<ArtifactId>(),
            ArtifactVersion = 3,
            FinishReason = FinishReason.Cancelled,
        };

        await store.AppendMessageAsync(created.Id, question, Token);
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.AppendMessageAsync(created.Id, answer, Token);
        var found = await store.FindAsync(created.Id, Token);

        Assert.NotNull(found);
        Assert.Equal(created with { UpdatedAt = Host.Clock.GetUtcNow() }, found.Summary);
        Assert.Equal("total sales by region", found.Summary.Title);
        Assert.Equal([question, answer], found.Messages);
    }

    [Fact]
    public async Task ListAsync_PagesByLastChange_AndNeitherRepeatsNorSkips()
    {
        var store = Host.Get<IConversationStore>();
        var made = new List<ConversationId>();
        for (var i = 0; i < 5; i++)
        {
            if (i != 2) Host.Clock.Advance(TimeSpan.FromSeconds(1)); // two of them at the same instant
            made.Add((await store.CreateAsync($"c{i}", Token)).Id);
        }
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await store.AppendMessageAsync(made[0], Message(MessageRole.User, "again"), Token);

        var seen = new List<ConversationId>();
        string? cursor = null;
        do
        {
            var page = await store.ListAsync(new PageRequest(cursor, 2), Token);
            seen.AddRange(page.Items.Select(item => item.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(made[0], seen[0]);
        Assert.Equal(made[4], seen[1]);
        Assert.Equal(made.ToHashSet(), seen.ToHashSet());
        Assert.Equal(5, seen.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("ffffffffffffffff-00000000000000000000000000000000")]
    public async Task ListAsync_ForeignCursor_IsRefused(string cursor)
    {
        var error = await Assert.ThrowsAsync<ChartwrightException>(() => Host.Get<IConversationStore>().ListAsync(new PageRequest(cursor), Token));

        Assert.Equal(ErrorCode.InvalidRequest, error.Code);
    }

    [Fact]
    public async Task DeleteAsync_RemovesRunsAndArtifacts_ButNotWhatATemplateNames()
    {
        var (conversations, artifacts, runs) = (Host.Get<IConversationStore>(), Host.Get<IArtifactStore>(), Host.Get<IRunStore>());
        var id = (await conversations.CreateAsync("one", Token)).Id;
        var run = Run(id);
        await runs.SaveAsync(run, Token);
        var loose = await artifacts.CreateAsync("loose", id, Version("a"), Token);
        var kept = await artifacts.CreateAsync("kept", id, Version("b"), Token);
        await Host.Get<ITemplateStore>().CreateAsync("kept", kept.Id, kept.Latest, Token);

        Assert.True(await conversations.DeleteAsync(id, Token));

        Assert.Null(await conversations.FindAsync(id, Token));
        Assert.Null(await runs.FindAsync(run.Id, Token));
        Assert.Null(await artifacts.FindAsync(loose.Id, Token));
        Assert.NotNull(await artifacts.FindAsync(kept.Id, Token));
        Assert.False(await conversations.DeleteAsync(id, Token));
    }

    [Fact]
    public async Task AppendMessageAsync_UnknownConversation_SaysNotFound()
    {
        var error = await Assert.ThrowsAsync<ChartwrightException>(() =>
            Host.Get<IConversationStore>().AppendMessageAsync(NewId.Of<ConversationId>(), Message(MessageRole.User, "x"), Token));

        Assert.Equal(ErrorCode.NotFound, error.Code);
    }

    [Fact]
    public async Task SaveAsync_RunSavedTwice_KeepsTheLastStateAndItsFeedback()
    {
        var id = (await Host.Get<IConversationStore>().CreateAsync("one", Token)).Id;
        var runs = Host.Get<IRunStore>();
        var running = Run(id);
        var ended = running with { FinishedAt = Host.Clock.GetUtcNow(), FinishReason = FinishReason.Stop, Events = ["""{"type":"run"}""", """{"type":"text","delta":"a\nb"}"""] };

        await runs.SaveAsync(running, Token);
        Assert.True(await runs.SaveFeedbackAsync(running.Id, FeedbackRating.Down, "wrong year", Token));
        await runs.SaveAsync(ended, Token);
        var found = await runs.FindAsync(running.Id, Token);

        Assert.NotNull(found);
        Assert.Equal(ended.Events, found.Events);
        Assert.Equal(ended with { Events = [] }, found with { Events = [] });
        Assert.False(await runs.SaveFeedbackAsync(NewId.Of<RunId>(), FeedbackRating.Up, null, Token));
    }

    [Fact]
    public async Task ArtifactVersion_AnyShape_ComesBackEqual()
    {
        var artifacts = Host.Get<IArtifactStore>();
        var version = Version("export default function Viz() { return null }");

        var created = await artifacts.CreateAsync("Sales", null, version, Token);
        var second = await artifacts.AppendVersionAsync(created.Id, version with { Code = "two" }, Token);
        var found = await artifacts.FindAsync(created.Id, Token);
        var versions = await artifacts.ListVersionsAsync(created.Id, Token);

        Assert.Equal(2, second.Latest.Number);
        Assert.Equal(2, found!.VersionCount);
        Assert.Equal(["two", version.Code], versions.Select(v => v.Code));
        Assert.Equal(
            JsonSerializer.Serialize(version with { Number = 1, CreatedAt = Host.Clock.GetUtcNow() }, ChartwrightJson.Options),
            JsonSerializer.Serialize(versions[1], ChartwrightJson.Options));
    }

    [Fact]
    public async Task AppendVersionAsync_SixteenWritersAtOnce_GetSixteenNumbers()
    {
        var artifacts = Host.Get<IArtifactStore>();
        var id = (await artifacts.CreateAsync("Sales", null, Version("1"), Token)).Id;

        var appended = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => artifacts.AppendVersionAsync(id, Version($"w{i}"), Token)));

        Assert.Equal(Enumerable.Range(2, 16), appended.Select(artifact => artifact.Latest.Number).Order());
    }

    [Fact]
    public async Task Template_KeepsItsOwnCopy_AndCanBeRenamedAndDeleted()
    {
        var (artifacts, templates) = (Host.Get<IArtifactStore>(), Host.Get<ITemplateStore>());
        var artifact = await artifacts.CreateAsync("Sales", null, Version("one"), Token);
        var template = await templates.CreateAsync("Weekly", artifact.Id, artifact.Latest, Token);
        await artifacts.AppendVersionAsync(artifact.Id, Version("two"), Token);

        Assert.True(await templates.RenameAsync(template.Summary.Id, "Monthly", Token));
        var found = await templates.FindAsync(template.Summary.Id, Token);
        var listed = await templates.ListAsync(new PageRequest(), Token);

        Assert.Equal("one", found!.Version.Code);
        Assert.Equal("Monthly", found.Summary.Name);
        Assert.Equal([found.Summary], listed.Items);
        Assert.True(await templates.DeleteAsync(template.Summary.Id, Token));
        Assert.Null(await templates.FindAsync(template.Summary.Id, Token));
        Assert.False(await templates.RenameAsync(template.Summary.Id, "x", Token));
    }

    [Fact]
    public async Task ListHoldingAsync_Text_IsSoughtInNewestVersionsAsItStands()
    {
        var (artifacts, templates) = (Host.Get<IArtifactStore>(), Host.Get<ITemplateStore>());
        var conversation = (await Host.Get<IConversationStore>().CreateAsync("one", Token)).Id;
        var holding = await artifacts.CreateAsync("holding", conversation, Version("none"), Token);
        await artifacts.AppendVersionAsync(holding.Id, Version("FROM Order_Items -- 100%"), Token);
        var past = await artifacts.CreateAsync("past", conversation, Version("FROM order_items"), Token);
        await artifacts.AppendVersionAsync(past.Id, Version("FROM orderXitems"), Token);
        await artifacts.CreateAsync("of no conversation", null, Version("FROM order_items"), Token);
        await templates.CreateAsync("kept", past.Id, Version("FROM order_items"), Token);
        await templates.CreateAsync("other", past.Id, Version("FROM orderXitems"), Token);

        Assert.Equal(["holding"], (await artifacts.ListHoldingAsync("order_items", 10, Token)).Select(artifact => artifact.Title));
        Assert.Equal([2], (await artifacts.ListHoldingAsync("100%", 10, Token)).Select(artifact => artifact.Latest.Number));
        Assert.Equal(["kept"], (await templates.ListHoldingAsync("ORDER_items", 10, Token)).Select(template => template.Summary.Name));
        Assert.Equal(2, (await templates.ListHoldingAsync("from", 10, Token)).Count);
        Assert.Single(await templates.ListHoldingAsync("from", 1, Token));
    }

    [Fact]
    public async Task ClearAsync_CountsWhatItRemoved()
    {
        var store = Host.Get<IConversationStore>();
        await store.CreateAsync("a", Token);
        await store.CreateAsync("b", Token);

        Assert.Equal(2, await store.ClearAsync(Token));
        Assert.Empty((await store.ListAsync(new PageRequest(), Token)).Items);
    }

    private ConversationMessage Message(MessageRole role, string content) => new(NewId.Of<MessageId>(), role, content, Host.Clock.GetUtcNow());

    private StoredRun Run(ConversationId id) => new(NewId.Of<RunId>(), id, "builtin", "total sales", Host.Clock.GetUtcNow(), null, null, ["""{"type":"run"}"""]);

    private static ArtifactVersion Version(string code) => new()
    {
        Number = 0,
        Code = code,
        Queries =
        [
            new("main", "SELECT 1 AS a", "duckdb", new QueryParams { ["from"] = JsonSerializer.SerializeToElement("2017-01-01") }, [new("a", "INTEGER")], "k1"),
            new("given", null, "inline", QueryParams.Empty, [new("b", "VARCHAR")], null) { InlineRows = new RawJson("""[["x"],[null]]"""u8.ToArray()) },
        ],
        Params = new Dictionary<string, ParamDefinition>
        {
            ["from"] = new() { Type = ParamType.Date, Default = JsonSerializer.SerializeToElement("2017-01-01"), Scope = ParamScope.Query, Label = "From" },
        },
        ParamValues = new Dictionary<string, JsonElement> { ["from"] = JsonSerializer.SerializeToElement("2017-02-01") },
        Prompt = "sales since January",
        Understanding = "Sum of sales since 2017-01-01.",
    };
}
