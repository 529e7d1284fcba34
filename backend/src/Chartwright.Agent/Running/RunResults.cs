using Chartwright.Core.Artifacts;
using Chartwright.Core.Queries;

namespace Chartwright.Agent.Running;

/// <summary>The named results of a run: what the component can read. Thread-safe.</summary>
internal sealed class RunResults
{
    public const string Main = "main";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ArtifactQuery> _queries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reserved = new(StringComparer.Ordinal);

    /// <summary>Starts with the results of the chart that is being changed.</summary>
    public RunResults(Artifact? artifact)
    {
        foreach (var query in artifact?.Latest.Queries ?? [])
            _queries[query.Name] = query;
    }

    /// <summary>Gives each call of one step its own name: <c>main</c>, <c>main_2</c> … In the order of the calls, not of their ends.</summary>
    public string Reserve(string name)
    {
        lock (_lock)
        {
            var free = name;
            for (var number = 2; !_reserved.Add(free); number++)
                free = $"{name}_{number}";
            return free;
        }
    }

    /// <summary>The next step may use every name again: its result replaces the earlier one.</summary>
    public void EndStep()
    {
        lock (_lock)
            _reserved.Clear();
    }

    public void Put(ArtifactQuery query)
    {
        lock (_lock)
            _queries[query.Name] = query;
    }

    /// <summary>Names there are.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_lock)
                return [.. _queries.Keys.Order(StringComparer.Ordinal)];
        }
    }

    /// <returns>The queries a component reads: <c>main</c>, and the others it names.</returns>
    public IReadOnlyList<ArtifactQuery> ListFor(string code)
    {
        lock (_lock)
        {
            return [.. _queries.Values
                .Where(query => query.Name == Main || code.Contains(query.Name, StringComparison.Ordinal))
                .OrderBy(query => query.Name == Main ? 0 : 1).ThenBy(query => query.Name, StringComparer.Ordinal)];
        }
    }
}
