using Chartwright.Agent.Models;
using Chartwright.Agent.Running;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Catalog;
using Chartwright.Core.Chat;
using Chartwright.Core.Ids;
using Chartwright.Core.Queries;
using Chartwright.Testing;
using Microsoft.Extensions.AI;
using static Chartwright.Agent.Tests.AgentHarness;

namespace Chartwright.Agent.Tests.Running;

public sealed class RunMessagesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero);
    private static readonly ArtifactQuery Query = new("main", "SELECT 1 AS n", "duckdb", QueryParams.Empty, [new("n", "INTEGER")], "k1");

    [Fact]
    public void Write_History_IsOldestFirstWithItsQueriesAnsweredAndOldCodeLeftOut()
    {
        var answer = "Sales.\n" + Block(Viz);
        var request = Ask("and by month?", null, new AgentTurn("sales", answer, [Query]), new AgentTurn("profit", answer, []));

        var messages = Write(request);

        Assert.Equal(["system", "user", "assistant", "tool", "assistant", "user", "assistant", "user"], messages.Select(message => message.Role.Value));
        Assert.Equal("SELECT 1 AS n", Assert.IsType<FunctionCallContent>(messages[2].Contents[0]).Arguments!["query"]);
        Assert.Contains("Run it again", (string)Assert.IsType<FunctionResultContent>(messages[3].Contents[0]).Result!, StringComparison.Ordinal);
        Assert.Equal("Sales.\n```tsx\n// left out\n```\n", messages[4].Text);
        Assert.Equal(answer, messages[6].Text);
        Assert.Equal("and by month?", messages[^1].Text);
    }

    [Fact]
    public void Write_LongHistory_KeepsTheLatestTurns()
    {
        var turns = Enumerable.Range(1, 20).Select(n => new AgentTurn($"q{n}", $"a{n}", [])).ToArray();

        var messages = RunMessages.Write(Ask("now", null, turns), Model(isBuiltin: true), CatalogSnapshot.Empty, "duckdb", 2, Now);

        Assert.Equal(["q19", "a19", "q20", "a20", "now"], messages.Select(message => message.Text));
    }

    [Fact]
    public void Write_ArtifactOnScreen_IsShownBeforeTheQuestion()
    {
        var artifact = new Artifact(NewId.Of<ArtifactId>(), "Sales", null, Now, Now, new() { Number = 1, Code = Viz, Queries = [Query] }, 1);

        var question = Write(Ask("as a line", artifact))[^1];

        Assert.Contains($"Result main (n INTEGER) of:\nSELECT 1 AS n\n````tsx\n{Viz}\n````", question.Contents[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("as a line", question.Contents[^1].ToString());
    }

    [Theory]
    [InlineData("sales last month", true)]
    [InlineData("sales by region", false)]
    public void Write_Today_IsToldOnlyWhenTheQuestionCountsFromIt(string question, bool expected) =>
        Assert.Equal(expected, Write(Ask(question))[^1].Text.Contains("2026-03-04, a Wednesday", StringComparison.Ordinal));

    [Fact]
    public void Write_Builtin_GetsTheBareQuestion()
    {
        var messages = RunMessages.Write(Ask("sales last month"), Model(isBuiltin: true), CatalogSnapshot.Empty, "duckdb", 8, Now);

        Assert.Equal("sales last month", Assert.Single(messages).Text);
    }

    private static List<ChatMessage> Write(AgentRequest request) => RunMessages.Write(request, Model(isBuiltin: false), CatalogSnapshot.Empty, "duckdb", 8, Now);

    private static ModelEntry Model(bool isBuiltin) => new("m", new ScriptedChatClient(), isBuiltin);
}
