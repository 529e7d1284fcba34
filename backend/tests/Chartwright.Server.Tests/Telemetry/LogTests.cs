using Chartwright.Core.Chat;
using Chartwright.Server.Telemetry;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Telemetry;

public sealed class LogTests
{
    [Fact]
    public async Task Log_QuestionAnswerSqlAndFailure_HoldsNoneOfTheirWords()
    {
        await using var app = await TestApp.StartAsync();
        using (var stream = await SseReader.AskAsync(app, "salary of zebedee"))
        {
            var run = await app.Agent.NextAsync();
            run.Send(new TextEvent("zebedee earns 12"));
            run.Break(new InvalidOperationException("row of zebedee"));
            await stream.RestAsync();
        }
        await app.PostAsync("/api/query", new { sql = "SELECT * FROM nowhere WHERE name = 'zebedee'" });
        await app.Client.GetAsync("/api/conversations?cursor=zebedee", TestContext.Current.CancellationToken);
        app.Catalog.Snapshot = Task.FromException<Core.Catalog.CatalogSnapshot>(new InvalidOperationException("zebedee"));
        await app.Client.GetAsync("/api/catalog", TestContext.Current.CancellationToken);

        Assert.Contains(app.Logs.Lines, line => line.Contains("failed: System.InvalidOperationException"));
        Assert.DoesNotContain(app.Logs.Lines, line => line.Contains("zebedee"));
    }

    [Fact]
    public void Of_FailureOfTheMachine_KeepsItsWords()
    {
        var text = FailureText.Of(new InvalidOperationException("a row", new IOException("disk full")));

        Assert.StartsWith("System.InvalidOperationException <- System.IO.IOException: disk full", text);
    }
}
