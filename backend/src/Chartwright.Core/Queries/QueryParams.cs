using System.Text.Json;

namespace Chartwright.Core.Queries;

/// <summary>Values of <c>$name</c> placeholders: JSON string, number, boolean, null, or an array of those.</summary>
public sealed class QueryParams : Dictionary<string, JsonElement>
{
    public static QueryParams Empty { get; } = [];

    public QueryParams() : base(StringComparer.Ordinal) { }

    public QueryParams(IEnumerable<KeyValuePair<string, JsonElement>> values) : base(values, StringComparer.Ordinal) { }
}
