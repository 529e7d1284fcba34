using Chartwright.Agent.Components;

namespace Chartwright.Agent.Tests.Components;

public sealed class ImportMenderTests
{
    [Theory]
    [InlineData("const x = <BarChart><Bar /></BarChart>", "import { BarChart, Bar } from \"recharts\"\n")]
    [InlineData("import { BarChart } from \"recharts\"\nconst x = <BarChart><CartesianGrid /></BarChart>", "import { CartesianGrid } from \"recharts\"\n")]
    [InlineData("const [a, b] = useState<number>(0)", "import { useState } from \"react\"\n")]
    [InlineData("const x = <Card><TrendingUp /></Card>", "import { Card } from \"@/components/ui/card\"\nimport { TrendingUp } from \"lucide-react\"\n")]
    [InlineData("const x = <Tooltip />", "import { Tooltip } from \"recharts\"\n")]
    [InlineData("import { TooltipContent } from \"@/components/ui/tooltip\"\nconst x = <Tooltip />", "import { Tooltip } from \"@/components/ui/tooltip\"\n")]
    public void Mend_ForgottenImport_IsAdded(string code, string added) => Assert.Equal(added + code, ImportMender.Mend(code));

    [Theory]
    [InlineData("import { Bar } from \"recharts\"\nconst x = <Bar />")]
    [InlineData("import { Bar as Column } from \"recharts\"\nconst x = <Column />")]
    [InlineData("function Card() { return null }\nconst x = <Card />")]
    [InlineData("const Legend = () => null\nconst x = <Legend />")]
    [InlineData("const f = ({ Icon }) => <Icon />")]
    [InlineData("function useState() {}\nuseState()")]
    [InlineData("React.useState(0)")]
    [InlineData("const x = <Unheard />")]
    [InlineData("const f = useMine<Bar>(0)")]
    [InlineData("const s = 'plain'")]
    public void Mend_NothingForgotten_ChangesNothing(string code) => Assert.Equal(code, ImportMender.Mend(code));
}
