namespace Chartwright.DuckDb.Tests.Engine;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("2GB", 2_000_000_000L)]
    [InlineData("512MiB", 536_870_912L)]
    [InlineData(" 1.5 gb ", 1_500_000_000L)]
    [InlineData("100 bytes", 100L)]
    [InlineData("7kB", 7_000L)]
    [InlineData("half of it", null)]
    [InlineData("80%", null)]
    public void Parse_DuckDbsNotation_IsBytes(string text, long? bytes) => Assert.Equal(bytes, ByteSize.Parse(text));
}
