using System.Text.Json;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;

namespace Chartwright.Core.Tests;

public sealed class ChatEventJsonTests
{
    private static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    public static TheoryData<ChatEvent, string> Events => new()
    {
        { new RunEvent(new(Id), new(Id), "builtin"), $$"""{"type":"run","runId":"{{Id}}","conversationId":"{{Id}}","model":"builtin"}""" },
        { new StageEvent(ChatStage.Querying, "Asking the data"), """{"type":"stage","stage":"querying","label":"Asking the data"}""" },
        { new TextEvent("a\n\"b\" <é>"), """{"type":"text","delta":"a\n\"b\" <é>"}""" },
        {
            new ToolEvent("c1", "run_sql", JsonSerializer.SerializeToElement(new { query = "SELECT 1" }), ToolState.Finished, null, 12, "1 row"),
            """{"type":"tool","callId":"c1","name":"run_sql","arguments":{"query":"SELECT 1"},"state":"finished","progress":null,"elapsedMs":12,"message":"1 row"}"""
        },
        {
            new DataEvent("main", "k", [new("a", "BIGINT")], new RawJson("[[1]]"u8.ToArray()), 1, false, "/api/results/k", "json",
                new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "v", "SELECT 1", QueryParams.Empty, "duckdb", 1.5, 700),
            """{"type":"data","name":"main","cacheKey":"k","columns":[{"name":"a","type":"BIGINT"}],"rows":[[1]],"rowCount":1,"truncated":false,"dataUrl":"/api/results/k","format":"json","fetchedAt":"2026-01-02T03:04:05+00:00","dataVersion":"v","sql":"SELECT 1","params":{},"engine":"duckdb","elapsedMs":1.5,"bytes":700}"""
        },
        {
            new ArtifactEvent(new(Id), 2, "T", "code", new Dictionary<string, ParamDefinition>
            {
                ["topN"] = new() { Type = ParamType.Number, Default = JsonSerializer.SerializeToElement(5), Scope = ParamScope.Query },
            }),
            $$$"""{"type":"artifact","artifactId":"{{{Id}}}","version":2,"title":"T","code":"code","params":{"topN":{"type":"number","label":null,"default":5,"scope":"query","min":null,"max":null,"step":null,"options":null}},"understanding":null}"""
        },
        {
            new ErrorEvent("No table of that name.", "querying", ErrorCode.UnknownTable, false),
            """{"type":"error","message":"No table of that name.","stage":"querying","code":"unknown_table","retryable":false,"details":null}"""
        },
        { new DoneEvent(FinishReason.Stop, new(3, 4)), """{"type":"done","finishReason":"stop","usage":{"inputTokens":3,"outputTokens":4}}""" },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Serialize_EachKind_HasTheWiresShape(ChatEvent chatEvent, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(chatEvent, ChartwrightJson.Options));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Name_EachKind_EqualsTheTypeOnTheWire(ChatEvent chatEvent, string json)
    {
        Assert.Equal(JsonDocument.Parse(json).RootElement.GetProperty("type").GetString(), chatEvent.Name);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Deserialize_WhatWasWritten_GivesTheSameText(ChatEvent chatEvent, string json)
    {
        var read = JsonSerializer.Deserialize<ChatEvent>(json, ChartwrightJson.Options);

        Assert.IsType(chatEvent.GetType(), read);
        Assert.Equal(json, JsonSerializer.Serialize(read, ChartwrightJson.Options));
    }
}
