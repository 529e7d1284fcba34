using System.Text.RegularExpressions;
using Chartwright.Core.Ids;

namespace Chartwright.Core.Jobs;

/// <summary>Names of the tables that a job's rows are read from: <c>job_</c> and the 32 hex digits of its id.</summary>
public static partial class JobTable
{
    public static string NameOf(JobId id) => $"job_{id.Value:n}";

    /// <returns>The jobs that a text may name, each once; whether it reads them is the parser's question.</returns>
    public static IReadOnlyList<JobId> FindIn(string sql) =>
        [.. Name.Matches(sql).Select(match => new JobId(Guid.ParseExact(match.Groups["id"].ValueSpan, "n"))).Distinct()];

    [GeneratedRegex(@"\bjob_(?<id>[0-9a-f]{32})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name { get; }
}
