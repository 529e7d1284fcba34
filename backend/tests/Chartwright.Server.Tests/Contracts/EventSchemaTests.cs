using System.Text.Json;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Json;
using Chartwright.Server.Contracts;
using Json.Schema;

namespace Chartwright.Server.Tests.Contracts;

/// <summary>Drift is mended by <c>chartwright contracts --out contracts</c>, then <c>npm run contracts</c> in the frontend.</summary>
public sealed class EventSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(EventSchema.Create().ToJsonString());

    [Fact]
    public async Task Create_CommittedFile_IsTheSame()
    {
        var committed = await File.ReadAllTextAsync(Checkout.PathTo("contracts", ContractFiles.Events), TestContext.Current.CancellationToken);

        Assert.Equal(committed, ContractFiles.Format(EventSchema.Create()));
    }

    [Fact]
    public void Create_EventsAsSerialised_AreValid()
    {
        ChatEvent[] events =
        [
            new RunEvent(NewId.Of<RunId>(), NewId.Of<ConversationId>(), "builtin"),
            new StageEvent(ChatStage.Querying, "Running SQL"),
            new ToolEvent("c1", "run_sql", JsonElement.Parse("{}"), ToolState.Started),
            new DataEvent("main", "k", [new("a", "BIGINT")], new RawJson("[[1]]"u8.ToArray()), 1, false, null, "json", DateTimeOffset.UnixEpoch, "v", "SELECT 1", [], "duckdb", 0.5),
            new ErrorEvent("no", "querying", ErrorCode.UnknownTable, false),
            new DoneEvent(FinishReason.Stop, TokenUsage.Zero),
        ];

        Assert.All(events, item => Assert.True(Schema.Evaluate(JsonSerializer.SerializeToElement(item, ChartwrightJson.Options)).IsValid, item.Name));
    }

    [Fact]
    public void Create_EventWithoutItsField_IsInvalid()
    {
        var incomplete = JsonElement.Parse("""{"type":"text"}""");

        Assert.False(Schema.Evaluate(incomplete).IsValid);
    }

}
