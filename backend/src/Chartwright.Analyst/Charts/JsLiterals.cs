using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chartwright.Analyst.Charts;

/// <summary>JavaScript literals. Strings are JSON with every non-ASCII and markup character escaped, so that no value can end a string, a tag or a comment.</summary>
internal static class JsLiterals
{
    private static readonly JsonSerializerOptions Strict = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public static string Text(string text) => JsonSerializer.Serialize(text, Strict);

    public static string Value(object value) => JsonSerializer.Serialize(value, Strict);

    public static string Field(Field field) =>
        $"{{ key: {Text(field.Key)}, title: {Text(field.Title)}, prefix: {Text(field.Prefix)}, suffix: {Text(field.Suffix)} }}";

    public static string Fields(IReadOnlyList<Field> fields) =>
        "[\n" + string.Concat(fields.Select(field => $"  {{ key: {Text(field.Key)}, title: {Text(field.Title)}, prefix: {Text(field.Prefix)}, suffix: {Text(field.Suffix)}, numeric: {(field.Scale == FieldScale.Number ? "true" : "false")} }},\n")) + "]";

    /// <summary>Literal text and params as one expression: <c>"Top " + params.top + " products"</c>.</summary>
    public static string Live(LiveText text) =>
        string.Join(" + ", text.Parts.Select(part => part.IsParam ? $"[].concat(params.{part.Text}).join(\", \")" : Text(part.Text)));

    public static string Joined(IReadOnlyList<LiveText> texts) => texts.Count == 0 ? "\"\"" : $"[{string.Join(", ", texts.Select(Live))}].join(\" \\u00b7 \")";
}
