using System.Text;
using Chartwright.Analyst.Language;
using Chartwright.Analyst.Sql;
using Chartwright.Core.Artifacts;

namespace Chartwright.Analyst.Charts;

/// <summary>Writes the static <c>params</c> literal: a colour where there is one series, and every value the statement binds.</summary>
internal static class TsxParams
{
    private const string FirstColor = "#4269d0";

    public static string Write(Encoding encoding)
    {
        var text = new StringBuilder("{\n");
        if (UsesColor(encoding)) text.Append("  color: { type: \"color\", label: \"Color\", default: \"").Append(FirstColor).Append("\" },\n");
        foreach (var param in encoding.Params) text.Append("  ").Append(param.Name).Append(": ").Append(Declare(param)).Append(",\n");
        return text.Append('}').ToString();
    }

    private static bool UsesColor(Encoding encoding) => encoding.Kind switch
    {
        ChartKind.Number or ChartKind.Table or ChartKind.Pie => false,
        ChartKind.Scatter => true,
        _ => !encoding.Separate && encoding.Series is null && encoding.Measures.Count <= 1,
    };

    private static string Declare(StatementParam param)
    {
        var parts = new List<string> { $"type: \"{Type(param.Type)}\"", $"label: {JsLiterals.Text(param.Label)}", $"default: {JsLiterals.Value(param.Value)}" };
        if (param.Min is { } min) parts.Add($"min: {JsLiterals.Value(min)}");
        if (param.Max is { } max) parts.Add($"max: {JsLiterals.Value(max)}");
        if (param.Step is { } step) parts.Add($"step: {JsLiterals.Value(step)}");
        if (param.Options.Count > 0) parts.Add($"options: {JsLiterals.Value(param.Options)}");
        parts.Add("scope: \"query\"");
        return $"{{ {string.Join(", ", parts)} }}";
    }

    private static string Type(ParamType type) => type switch { ParamType.DateRange => "dateRange", _ => type.ToString().ToLowerInvariant() };
}
