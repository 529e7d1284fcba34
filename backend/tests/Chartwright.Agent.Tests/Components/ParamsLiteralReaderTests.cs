using System.Text.Json;
using Chartwright.Agent.Components;
using Chartwright.Core.Artifacts;

namespace Chartwright.Agent.Tests.Components;

public sealed class ParamsLiteralReaderTests
{
    [Fact]
    public void Read_EveryType_GivesItsDefinition()
    {
        const string code = """
            import { useMemo } from "react"
            // what the user may change
            export const params = {
              rows: { type: "number", label: "Rows", default: 10, min: 1, max: 50, step: .5 }, // how many
              'title': { type: 'text', default: 'It\'s \u00e9' },
              log: { type: "boolean", default: false, },
              measure: { type: "select", options: ["sales", "profit"], default: "sales" },
              regions: { type: "multiselect", options: ["East", "West"], default: [] },
              color: { type: "color", default: `#2563eb` },
              /* bound into the SQL */
              from: { type: "date", label: "From", default: "2024-01-01", scope: "query" },
              period: { type: "dateRange", default: ["2024-01-01", "2024-12-31"] },
            } as const;

            export default function Viz() { return null }
            """;

        var reading = ParamsLiteralReader.Read(code);

        Assert.Null(reading.Error);
        Assert.Equal(
            [
                ("rows", ParamType.Number, "10"), ("title", ParamType.Text, "\"It's é\""), ("log", ParamType.Boolean, "false"), ("measure", ParamType.Select, "\"sales\""),
                ("regions", ParamType.Multiselect, "[]"), ("color", ParamType.Color, "\"#2563eb\""), ("from", ParamType.Date, "\"2024-01-01\""),
                ("period", ParamType.DateRange, "[\"2024-01-01\",\"2024-12-31\"]"),
            ],
            reading.Params.Select(param => (param.Key, param.Value.Type, JsonSerializer.Serialize(param.Value.Default, Core.Json.ChartwrightJson.Options))));
        var rows = reading.Params["rows"];
        Assert.Equal(("Rows", 1, 50, 0.5, ParamScope.View), (rows.Label, rows.Min, rows.Max, rows.Step, rows.Scope));
        Assert.Equal(ParamScope.Query, reading.Params["from"].Scope);
        Assert.Equal(["sales", "profit"], reading.Params["measure"].Options!.Select(option => option.GetString()));
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-2.5", "-2.5")]
    [InlineData("+3", "3")]
    [InlineData("1_000", "1000")]
    [InlineData("0xff", "255")]
    [InlineData("1e3", "1000")]
    [InlineData("2.5E-1", "0.25")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    public void Read_Number_IsRead(string literal, string expected) =>
        Assert.Equal(expected, ParamsLiteralReader.Read($"export const params = {{ n: {{ type: \"number\", default: {literal} }} }}").Params["n"].Default.GetRawText());

    [Theory]
    [InlineData("""'\n\t\x41\u0042\u{1F600}\\\'"'""", "\n\tAB😀\\'\"")]
    [InlineData("'a\\\nb'", "ab")]
    [InlineData("`a\nb`", "a\nb")]
    [InlineData("\"// no comment /* here */ { } [ ]\"", "// no comment /* here */ { } [ ]")]
    public void Read_String_IsRead(string literal, string expected) =>
        Assert.Equal(expected, ParamsLiteralReader.Read($"export const params = {{ t: {{ type: \"text\", default: {literal} }} }}").Params["t"].Default.GetString());

    [Theory]
    [InlineData("export const params = {}")]
    [InlineData("export const params = {};")]
    [InlineData("export const params = {} as const")]
    [InlineData("export const params = {} satisfies Params\n")]
    [InlineData("export const params = {} as const satisfies Record<string, unknown>;")]
    [InlineData("export const params: Record<string, unknown> = {}\nexport default function Viz() {}")]
    [InlineData("export const params = {} // none\nconst a = 1")]
    [InlineData("const params = { n: run() }")]
    [InlineData("export default function Viz({ params }) {}")]
    public void Read_NothingDeclared_IsEmptyWithoutError(string code)
    {
        var reading = ParamsLiteralReader.Read(code);

        Assert.Null(reading.Error);
        Assert.Empty(reading.Params);
    }

    [Theory]
    [InlineData("{ n: { type: \"number\", default: Math.max(1, 2) } }")]
    [InlineData("{ n: { type: \"number\", default: 1 + 1 } }")]
    [InlineData("{ n: { type: \"number\", default: x } }")]
    [InlineData("{ n: { type: \"number\", default: NaN } }")]
    [InlineData("{ n: { type: \"number\", default: undefined } }")]
    [InlineData("{ n: { type: \"number\", default: 1n } }")]
    [InlineData("{ ...other }")]
    [InlineData("{ [key]: 1 }")]
    [InlineData("{ get n() { return 1 } }")]
    [InlineData("{ n }")]
    [InlineData("{ n: { type: \"text\", default: `a${b}` } }")]
    [InlineData("{ n: { type: \"text\", default: /x/ } }")]
    [InlineData("{ n: { type: \"text\", default: \"a } }")]
    [InlineData("{ n: { type: \"text\", default: \"a\"")]
    [InlineData("{ __proto__: { type: \"number\", default: 1 } }")]
    [InlineData("{ n: { type: \"number\", default: 1 }, n: { type: \"number\", default: 2 } }")]
    [InlineData("{}.constructor")]
    [InlineData("{} || other")]
    [InlineData("{}\n.x")]
    [InlineData("{} as const || other")]
    [InlineData("[]")]
    [InlineData("build()")]
    [InlineData("")]
    [InlineData("{ n: [[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]] }")]
    [InlineData("{ /* no end }")]
    public void Read_AnythingButALiteral_IsRefused(string value)
    {
        var reading = ParamsLiteralReader.Read($"import x from \"react\"\nexport const params = {value}");

        Assert.NotNull(reading.Error);
        Assert.Empty(reading.Params);
        Assert.InRange(reading.Line, 1, 3);
    }

    [Theory]
    [InlineData("{ type: \"slider\", default: 1 }", "needs a type")]
    [InlineData("{ default: 1 }", "needs a type")]
    [InlineData("{ type: \"number\" }", "needs a default")]
    [InlineData("{ type: \"number\", default: \"1\" }", "does not fit")]
    [InlineData("{ type: \"boolean\", default: 0 }", "does not fit")]
    [InlineData("{ type: \"date\", default: \"01.02.2024\" }", "does not fit")]
    [InlineData("{ type: \"dateRange\", default: [\"2024-01-01\"] }", "does not fit")]
    [InlineData("{ type: \"select\", default: \"a\" }", "needs options")]
    [InlineData("{ type: \"select\", options: [], default: \"a\" }", "needs options")]
    [InlineData("{ type: \"text\", default: \"a\", scope: \"global\" }", "scope")]
    [InlineData("{ type: \"select\", options: [\"a\"], default: \"b\" }", "does not fit")]
    [InlineData("{ type: \"multiselect\", options: [\"a\"], default: [\"b\"] }", "does not fit")]
    [InlineData("{ type: \"select\", options: [{ value: 1 }], default: 1 }", "options that are no texts")]
    [InlineData("{ type: \"color\", default: \"url(x)\" }", "does not fit")]
    [InlineData("{ type: \"number\", default: 1, unit: \"km\" }", "unknown field unit")]
    [InlineData("5", "is no object")]
    public void Read_DeclarationThatIsWrong_SaysWhatIsWrong(string declaration, string problem) =>
        Assert.Contains(problem, ParamsLiteralReader.Read($"export const params = {{ x: {declaration} }}").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ type: \"select\", options: [{ value: 2, label: \"Two\" }, 3], default: 2 }")]
    [InlineData("{ type: \"date\", default: \"\", description: \"Empty: from the start\" }")]
    [InlineData("{ type: \"dateRange\", default: [\"\", \"2024-12-31\"] }")]
    [InlineData("{ type: \"color\", default: \"rgb(1, 2, 3)\" }")]
    public void Read_DeclarationThatIsRight_IsRead(string declaration) =>
        Assert.Single(ParamsLiteralReader.Read($"export const params = {{ x: {declaration} }}").Params);

    [Fact]
    public void Read_AnyCutOfASource_NeverThrows()
    {
        const string code = "export const params = { a: { type: 'select', options: [1, 'two', `3`], default: -1.5e3 /* x */ }, // y\n 'b c': [null, true,], } as const;";

        for (var length = 0; length <= code.Length; length++)
            Assert.NotNull(ParamsLiteralReader.Read(code[..length]));
    }
}
