using Chartwright.Agent.Components;

namespace Chartwright.Agent.Tests.Components;

public sealed class ComponentCheckerTests
{
    private const string Viz = "export default function Viz({ data, params }) { return null }";

    [Theory]
    [InlineData(Viz)]
    [InlineData("import { useState } from 'react'\nimport {\n  Bar,\n  BarChart,\n} from \"recharts\"\nimport { Card } from \"@/components/ui/card\";\nimport type { X } from \"react\"\n" + Viz)]
    [InlineData("import React, { useState as state, type FC } from \"react\"\nimport { TooltipProps } from \"recharts\"\nconst f = (p: TooltipProps<number>) => state(p)\n" + Viz)]
    [InlineData("import { TrendingUp, TrendingUpIcon, LucideTrendingUp } from \"lucide-react\"\nconst x = <><TrendingUp /><TrendingUpIcon /><LucideTrendingUp /></>\n" + Viz)]
    [InlineData("// a rolling window. The document (fetched) is evaluated\nconst window = 7, refetch = (x) => x; refetch(window.length)\n" + Viz)]
    [InlineData("// import x from \"d3\"\n" + Viz)]
    [InlineData("export default function Viz() { return <p>import numbers from \"somewhere\"</p> }")]
    public void Check_GoodComponent_HasNoProblems(string code) => Assert.Empty(ComponentChecker.Check(code).Problems);

    [Fact]
    public void Check_MoreThan100Kilobytes_IsNotLookedInto() =>
        Assert.Contains("larger than 100 KB", Assert.Single(ComponentChecker.Check(Viz + new string('x', 110_000)).Problems), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "export default function Viz")]
    [InlineData("export default function Chart() { return null }", "export default function Viz")]
    [InlineData("const Viz = () => null\nexport default Viz", "export default function Viz")]
    [InlineData("import { Histogram } from \"recharts\"\nconst x = <Histogram />\n" + Viz, "\"recharts\" has no `Histogram`.")]
    [InlineData("import { BarChar } from \"recharts\"\nconst x = <BarChar />\n" + Viz, "Near to it: BarChart.")]
    [InlineData("import { Card } from \"recharts\"\nconst x = <Card />\n" + Viz, "`Card` comes from \"@/components/ui/card\"")]
    [InlineData("import { TrendUp as Up } from \"lucide-react\"\nconst x = <Up />\n" + Viz, "\"lucide-react\" has no `TrendUp`.")]
    [InlineData("fetch('/x')\n" + Viz, "`fetch` is not available")]
    [InlineData("const w = window.innerWidth\n" + Viz, "`window` is not available")]
    [InlineData("const m = await import('x')\n" + Viz, "`import` is not available")]
    [InlineData("const f = new Function('x')\n" + Viz, "`Function` is not available")]
    [InlineData("const x = <p dangerouslySetInnerHTML={{ __html: '' }} />\n" + Viz, "`dangerouslySetInnerHTML` is not available")]
    [InlineData("import * as d3 from \"d3\"\n" + Viz, "`d3` cannot be imported")]
    [InlineData("import \"./style.css\"\n" + Viz, "`./style.css` cannot be imported")]
    [InlineData("import {\n  a,\n  b,\n} from 'lodash'\n" + Viz, "`lodash` cannot be imported")]
    [InlineData("export * from \"axios\"\n" + Viz, "`axios` cannot be imported")]
    [InlineData("import { Row } from \"@/components/ui/row\"\n" + Viz, "There is no `@/components/ui/row`")]
    [InlineData("import x from \"react/jsx-runtime\"\n" + Viz, "`react/jsx-runtime` cannot be imported")]
    [InlineData("export const params = { a: build() }\n" + Viz, "one static literal")]
    public void Check_Fault_IsNamed(string code, string problem) =>
        Assert.Contains(problem, Assert.Single(ComponentChecker.Check(code).Problems), StringComparison.Ordinal);
}
