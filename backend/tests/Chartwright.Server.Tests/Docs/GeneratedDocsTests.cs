namespace Chartwright.Server.Tests.Docs;

public sealed class GeneratedDocsTests
{
    [Fact]
    public Task Configuration_CommittedPage_IsTheSame() => AssertSameAsync("configuration.md", GeneratedDocs.Configuration());

    [Fact]
    public Task ErrorCodes_CommittedPage_IsTheSame() => AssertSameAsync("error-codes.md", GeneratedDocs.ErrorCodes());

    [Fact]
    public void Options_EveryClassAndMember_SaysWhatItIs()
    {
        var silent = OptionSources.All.SelectMany(entry => OptionSources.Properties(entry.Type)
            .Where(property => OptionSources.Summary(entry.Type, property.Name).Length == 0 && property.Name != "Kind")
            .Select(property => $"{entry.Type.Name}.{property.Name}"));

        Assert.Empty(silent);
        Assert.DoesNotContain(OptionSources.All, entry => OptionSources.Summary(entry.Type).Length == 0);
    }

    private static async Task AssertSameAsync(string page, string text)
    {
        var path = Checkout.PathTo("docs", page);
        if (Environment.GetEnvironmentVariable("CHARTWRIGHT_WRITE_DOCS") == "1") await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), text);
    }
}
