using System.Diagnostics;

namespace Chartwright.DuckDb.Tests.Engine;

public sealed class TimeZoneTests
{
    private const string Zone = "America/New_York";

    /// <summary>The zone is read once a process, so the test runs itself in one that lives elsewhere.</summary>
    [Fact]
    public async Task QueryAsync_MachineInAnotherTimeZone_StaysInUtc()
    {
        if (Environment.GetEnvironmentVariable("TZ") != Zone)
        {
            Assert.Equal(0, await RunElsewhereAsync());
            return;
        }

        await using var engine = TestEngines.Open();

        Assert.Equal("""[["2024-07-01 00:00:00+00","2024-07-01T00:00:00Z","2024-07-01"]]""", await engine.RowsAsync(
            "SELECT v::VARCHAR, date_trunc('day', v), v::DATE FROM (SELECT TIMESTAMPTZ '2024-07-01 00:00:00+00' AS v)"));
    }

    private static async Task<int> RunElsewhereAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TimeZoneTests).Assembly.Location, "--filter-class", typeof(TimeZoneTests).FullName!])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["TZ"] = Zone;
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync(TestEngines.Token);
        await process.WaitForExitAsync(TestEngines.Token);
        return process.ExitCode;
    }
}
