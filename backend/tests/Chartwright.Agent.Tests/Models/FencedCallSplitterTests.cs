using Chartwright.Agent.Models;

namespace Chartwright.Agent.Tests.Models;

public sealed class FencedCallSplitterTests
{
    [Theory]
    [InlineData("Sales.\n```sql\nSELECT 1\n```\nMore.", "Sales.\n", "SELECT 1")]
    [InlineData("```sql\nSELECT 1\nFROM t\n```", "", "SELECT 1\nFROM t")]
    [InlineData("```SQL\r\nSELECT 1\r\n```\r\n", "", "SELECT 1")]
    [InlineData("```sql\nSELECT 1", "", "SELECT 1")]
    [InlineData("~~~duckdb\nSELECT 1\n~~~\n", "", "SELECT 1")]
    [InlineData("SELECT region FROM sales", "", "SELECT region FROM sales")]
    [InlineData("\nWITH a AS (SELECT 1)\nSELECT * FROM a\n", "\n", "WITH a AS (SELECT 1)\nSELECT * FROM a")]
    [InlineData("Select a region first.", "Select a region first.", null)]
    [InlineData("SELECTED rows follow.", "SELECTED rows follow.", null)]
    [InlineData("```tsx\nconst a = `x`\n```\nDone.", "```tsx\nconst a = `x`\n```\nDone.", null)]
    [InlineData("````markdown\n```sql\nSELECT 1\n```\n````\n", "````markdown\n```sql\nSELECT 1\n```\n````\n", null)]
    [InlineData("Use `x` or ``` y ``` here", "Use `x` or ``` y ``` here", null)]
    [InlineData("``", "``", null)]
    public void Append_AnySplit_SeparatesTheStatement(string reply, string visible, string? sql)
    {
        for (var split = 0; split <= reply.Length; split++)
        {
            var splitter = new FencedCallSplitter();

            var seen = splitter.Append(reply[..split]) + splitter.Append(reply[split..]) + splitter.Complete();

            Assert.Equal((visible, sql), (seen, splitter.Sql));
        }
    }

    [Fact]
    public void Append_Prose_IsNotHeldBack() => Assert.Equal("Sales by", new FencedCallSplitter().Append("Sales by"));
}
