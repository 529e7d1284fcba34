using Chartwright.Agent.Tools;

namespace Chartwright.Agent.Running;

/// <summary>Counts how often the model has tried to mend its SQL.</summary>
internal sealed class SqlCorrections(int max)
{
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private int _failuresInARow;

    /// <summary>The latest SQL failure that no later statement has mended, or null.</summary>
    public ToolReply? Failure { get; private set; }

    /// <summary>Takes one step's calls.</summary>
    /// <returns>False when the model is at its end: too many tries, or a statement that has failed before.</returns>
    public bool Add(IReadOnlyList<ToolOutcome> outcomes)
    {
        var queries = outcomes.Where(outcome => outcome.Call.Name is RunSqlTool.Name or SubmitSparkTool.Name && outcome.Reply is not null).ToList();
        if (queries.Any(query => query.Reply!.Error is null))
        {
            Failure = null;
            _failuresInARow = 0;
            return true;
        }
        var repeats = false;
        foreach (var query in queries.Where(query => query.Reply!.Failure is not null))
        {
            Failure = query.Reply;
            repeats |= !_failed.Add(Normalize(query.Call.Arguments?.TryGetValue("query", out var sql) == true ? sql?.ToString() : null));
        }
        if (queries.Any(query => query.Reply!.Failure is not null))
            _failuresInARow++;
        return !repeats && _failuresInARow <= max;
    }

    private static string Normalize(string? sql) =>
        string.Join(' ', (sql ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(';', ' ');
}
