using System.Reflection;
using System.Text.RegularExpressions;
using Chartwright.Agent;
using Chartwright.Agent.Models;
using Chartwright.Query;
using Chartwright.Query.Jobs;
using Chartwright.Server.Config;
using Chartwright.Server.Runs;
using Chartwright.Server.Security;
using Chartwright.Server.Telemetry;
using Chartwright.SparkConnect.Batch;
using Chartwright.Storage;

namespace Chartwright.Server.Tests.Docs;

/// <summary>Every class of options with what its source says about it.</summary>
internal static partial class OptionSources
{
    public static IReadOnlyList<(string Section, Type Type)> All { get; } =
    [
        (ServerOptions.Section, typeof(ServerOptions)),
        (AuthOptions.Section, typeof(AuthOptions)),
        (ModelsOptions.Section, typeof(ModelsOptions)),
        (ModelsOptions.Section + ":Models:0", typeof(ModelOptions)),
        (AgentOptions.Section, typeof(AgentOptions)),
        (QueryOptions.Section, typeof(QueryOptions)),
        (JobOptions.Section, typeof(JobOptions)),
        (SparkOptions.Section, typeof(SparkOptions)),
        (StorageOptions.Section, typeof(StorageOptions)),
        (RunOptions.Section, typeof(RunOptions)),
        (LimitOptions.Section, typeof(LimitOptions)),
        (TelemetryOptions.Section, typeof(TelemetryOptions)),
    ];

    /// <summary>Set by the server itself from its own options.</summary>
    private static readonly string[] Derived = [nameof(QueryOptions.DataDirectory), nameof(QueryOptions.SamplesDirectory)];

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !Derived.Contains(property.Name) && (property.CanWrite || property.PropertyType.IsGenericType))
            .OrderBy(property => property.MetadataToken);

    /// <summary>The summary above a member or, without a name, above the type.</summary>
    public static string Summary(Type type, string? member = null)
    {
        var source = File.ReadAllText(Sources.Value[type.Name]);
        var declaration = member is null ? $@"public sealed class {type.Name}\b" : $@"public [\w<>?\[\], ]+ {member}\b";
        var match = Regex.Match(source, $@"/// <summary>(?<text>(?:(?!</summary>).)*)</summary>\s*(?:///[^\n]*\n\s*|\[[^\n]*\]\s*)*{declaration}", RegexOptions.Singleline);
        return Plain(match.Groups["text"].Value);
    }

    private static Lazy<Dictionary<string, string>> Sources { get; } = new(() =>
        Directory.EnumerateFiles(Checkout.PathTo("backend", "src"), "*Options.cs", SearchOption.AllDirectories)
            .SelectMany(file => ClassName().Matches(File.ReadAllText(file)).Select(match => (Name: match.Groups[1].Value, File: file)))
            .ToDictionary(entry => entry.Name, entry => entry.File, StringComparer.Ordinal));

    private static string Plain(string xml)
    {
        var text = Margin().Replace(xml, " ");
        text = Code().Replace(text, "`$1`");
        text = Reference().Replace(text, match => $"`{match.Groups[1].Value.Split('.')[^1]}`");
        return text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").Replace("|", "\\|").Trim();
    }

    [GeneratedRegex(@"public sealed class (\w+Options)\b")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"\s*\n\s*///\s*")]
    private static partial Regex Margin();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex Code();

    [GeneratedRegex("""<see (?:cref|langword)="([^"]+)"\s*/>""")]
    private static partial Regex Reference();
}
