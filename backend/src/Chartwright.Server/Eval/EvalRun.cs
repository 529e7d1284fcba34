using System.Diagnostics;
using System.Globalization;
using Chartwright.Analyst;
using Chartwright.Core.Json;

namespace Chartwright.Server.Eval;

/// <summary>Counts and times of one evaluation.</summary>
/// <param name="PlanTimes">Time from question to SQL, one a case, without loading data.</param>
internal sealed record EvalResult(int Cases, int Answered, int Asked, IReadOnlyList<TimeSpan> PlanTimes)
{
    public string Describe()
    {
        var sorted = PlanTimes.Order().ToList();
        string At(double share) => sorted.Count == 0 ? "-" : sorted[(int)(share * (sorted.Count - 1))].TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms";
        return $"{Cases} cases, {Answered} answered, {Asked} asked back; plan time median {At(0.5)}, p95 {At(0.95)}, max {At(1)}";
    }
}

/// <summary>Runs the built-in analyst over a question set, dataset by dataset, and writes predictions in the order of the cases.</summary>
internal static class EvalRun
{
    public static async Task<EvalResult> RunAsync(FileInfo cases, DirectoryInfo data, FileInfo output, CancellationToken cancellationToken)
    {
        var all = (await File.ReadAllLinesAsync(cases.FullName, cancellationToken)).Where(line => !string.IsNullOrWhiteSpace(line)).Select(EvalCase.Read).ToList();
        var predictions = new Dictionary<string, EvalPrediction>(StringComparer.Ordinal);
        var times = new List<TimeSpan>();
        foreach (var group in all.GroupBy(item => item.Dataset, StringComparer.Ordinal))
        {
            await using var dataset = await EvalDataset.OpenAsync(new(Path.Combine(data.FullName, group.Key)), cancellationToken);
            var clock = new CaseClock();
            var reader = new QuestionReader(dataset.Catalog, clock);
            foreach (var item in group)
            {
                clock.Day = item.AsOf;
                var start = Stopwatch.GetTimestamp();
                var reading = await reader.ReadAsync(item.Question, item.History ?? [], cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(start));
                predictions[item.Id] = Predict(item.Id, reading);
            }
        }
        output.Directory?.Create();
        await File.WriteAllLinesAsync(output.FullName, all.Select(item => System.Text.Json.JsonSerializer.Serialize(predictions[item.Id], ChartwrightJson.Options)), cancellationToken);
        return new(all.Count, predictions.Values.Count(prediction => prediction.Sql is not null), predictions.Values.Count(prediction => prediction.Clarify), times);
    }

    private static EvalPrediction Predict(string id, QuestionReading reading)
    {
        var alternatives = reading.Alternatives.Select(answer => new EvalAnswer(BoundSql.Write(answer.Sql, answer.Params), answer.Chart)).ToList();
        return reading.Answer is { } answer
            ? new(id, BoundSql.Write(answer.Sql, answer.Params), answer.Chart, alternatives, reading.Asks, reading.Unread)
            : new(id, null, null, alternatives, reading.Asks, reading.Unread);
    }

    /// <summary>The day a case calls today; the real one when it names none.</summary>
    private sealed class CaseClock : TimeProvider
    {
        public DateOnly? Day { get; set; }

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Day is { } day ? new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero) : base.GetUtcNow();
    }
}
