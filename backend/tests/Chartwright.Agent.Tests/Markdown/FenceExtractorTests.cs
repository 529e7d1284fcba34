using System.Text;
using System.Text.Json;
using Chartwright.Agent.Markdown;
using Chartwright.Core.Json;
using CsCheck;

namespace Chartwright.Agent.Tests.Markdown;

public sealed class FenceExtractorTests
{
    private static readonly IReadOnlyList<FenceVector> Vectors = JsonSerializer.Deserialize<List<FenceVector>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "markdown-fences.json")), ChartwrightJson.Options)!;

    public static TheoryData<string> Names => [.. Vectors.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Append_WholeText_FindsTheBlocksOfTheVector(string name)
    {
        var vector = Vectors.Single(vector => vector.Name == name);

        Assert.Equal(vector.Blocks, FenceExtractor.Extract(vector.Markdown));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Append_SplitAtEveryByte_FindsTheSameBlocks(string name)
    {
        var vector = Vectors.Single(vector => vector.Name == name);
        var bytes = Encoding.UTF8.GetBytes(vector.Markdown);

        for (var split = 0; split <= bytes.Length; split++)
        {
            var decoder = Encoding.UTF8.GetDecoder();
            var extractor = new FenceExtractor();

            extractor.Append(Decode(decoder, bytes[..split]));
            extractor.Append(Decode(decoder, bytes[split..]));

            Assert.Equal(vector.Blocks, extractor.Blocks);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Append_OneCharAtATime_EveryPrefixIsReadAsIfItWereTheWholeText(string name)
    {
        var markdown = Vectors.Single(vector => vector.Name == name).Markdown;
        var extractor = new FenceExtractor();

        for (var length = 1; length <= markdown.Length; length++)
        {
            extractor.Append(markdown.AsSpan(length - 1, 1));

            Assert.Equal(FenceExtractor.Extract(markdown[..length]), extractor.Blocks);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AppendAndComplete_AnySplit_ReportEachClosedBlockOnce(string name)
    {
        var vector = Vectors.Single(vector => vector.Name == name);
        var extractor = new FenceExtractor();
        var closed = new List<FencedBlock>();

        foreach (var sign in vector.Markdown)
            closed.AddRange(extractor.Append([sign]));
        if (extractor.Complete() is { } last)
            closed.Add(last);

        Assert.Equal(vector.Blocks.Where(block => block.Complete), closed);
    }

    [Fact]
    public void Append_AnyTextInAnyPieces_FindsWhatTheWholeTextHolds()
    {
        var line = Gen.OneOf("```tsx", "```", "````md", "````", "~~~", "~~~js", "``", "  ```", "    ```", "code", "", " ", "a `b` c", "```\r", "é📈");
        var ending = Gen.OneOf("\n", "\r\n", "\r");
        var text = Gen.Select(line, ending, (start, end) => start + end).Array[0, 12].Select(string.Concat);

        Gen.Select(text, Gen.Int[0, 200].Array[0, 6]).Sample((markdown, cuts) =>
        {
            var extractor = new FenceExtractor();
            var from = 0;
            foreach (var to in cuts.Where(cut => cut < markdown.Length).Order().Append(markdown.Length))
            {
                extractor.Append(markdown.AsSpan(from, to - from));
                from = to;
            }
            return extractor.Blocks.SequenceEqual(FenceExtractor.Extract(markdown));
        }, iter: 20_000);
    }

    [Fact]
    public void Open_InsideABlock_NamesItsLanguage()
    {
        var extractor = new FenceExtractor();

        extractor.Append("text\n```tsx title=\"A\"\nconst");

        Assert.Equal(new FencedBlock("tsx", "tsx title=\"A\"", "", false), extractor.Open);
    }

    [Theory]
    [InlineData("tsx title=\"Total sales\"", "Total sales")]
    [InlineData("tsx title='Total sales' x=1", "Total sales")]
    [InlineData("tsx title=Sales", "Sales")]
    [InlineData("tsx Title=\"\"", "")]
    [InlineData("tsx subtitle=\"A\"", null)]
    [InlineData("tsx", null)]
    public void FindAttribute_Title_IsReadInAnyQuotes(string info, string? expected) =>
        Assert.Equal(expected, FenceInfo.FindAttribute(info, "title"));

    private static string Decode(Decoder decoder, byte[] bytes)
    {
        var chars = new char[bytes.Length + 1];
        return new(chars, 0, decoder.GetChars(bytes, chars, flush: false));
    }

    private sealed record FenceVector(string Name, string Markdown, IReadOnlyList<FencedBlock> Blocks);
}
