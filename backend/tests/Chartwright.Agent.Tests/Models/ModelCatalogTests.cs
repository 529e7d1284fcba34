using Chartwright.Agent.Models;
using Chartwright.Testing;
using Microsoft.Extensions.Options;

namespace Chartwright.Agent.Tests.Models;

public sealed class ModelCatalogTests
{
    [Fact]
    public async Task Models_NothingConfigured_TheBuiltinIsTheDefault()
    {
        await using var harness = AgentHarness.WithBuiltin(new ScriptedChatClient());

        Assert.Equal(["builtin"], harness.Agent.Models);
    }

    [Fact]
    public async Task Models_Configured_TheFirstIsTheDefaultAndTheBuiltinStays()
    {
        await using var harness = AgentHarness.WithBuiltin(new ScriptedChatClient(), new()
        {
            ["Chartwright:Models:0:Name"] = "local",
            ["Chartwright:Models:0:BaseUrl"] = "http://localhost:11434/v1",
            ["Chartwright:Models:1:Name"] = "claude",
            ["Chartwright:Models:1:Kind"] = "anthropic",
            ["Chartwright:Models:1:ApiKey"] = "k",
        });

        Assert.Equal(["local", "builtin", "claude"], harness.Agent.Models);
    }

    [Theory]
    [InlineData("builtin")]
    [InlineData("BUILTIN")]
    public async Task Models_DefaultNamed_ComesFirst(string name)
    {
        await using var harness = AgentHarness.WithBuiltin(new ScriptedChatClient(), new()
        {
            ["Chartwright:Models:0:Name"] = "local",
            ["Chartwright:DefaultModel"] = name,
        });

        Assert.Equal(["builtin", "local"], harness.Agent.Models);
    }

    [Theory]
    [InlineData("Chartwright:Models:0:BaseUrl", "ftp://x", "BaseUrl is no http")]
    [InlineData("Chartwright:Models:0:Name", "", "Name is missing")]
    [InlineData("Chartwright:Models:0:Name", "Builtin", "is taken")]
    [InlineData("Chartwright:Models:0:MaxOutputTokens", "5", "MaxOutputTokens")]
    [InlineData("Chartwright:DefaultModel", "nobody", "no configured model")]
    public void Models_WrongConfiguration_IsNamed(string key, string value, string problem)
    {
        var settings = new Dictionary<string, string?> { ["Chartwright:Models:0:Name"] = "local", ["Chartwright:Models:0:ApiKey"] = "sk-secret" };
        settings[key] = value;

        var error = Assert.Throws<OptionsValidationException>(() => AgentHarness.WithBuiltin(new ScriptedChatClient(), settings));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelKind.OpenAi, null, "https://api.openai.com/v1")]
    [InlineData(ModelKind.OpenAi, "http://localhost:8000", "http://localhost:8000/v1")]
    [InlineData(ModelKind.OpenAi, "http://localhost:8000/", "http://localhost:8000/v1")]
    [InlineData(ModelKind.OpenAi, "http://localhost:8000/openai/v1", "http://localhost:8000/openai/v1")]
    [InlineData(ModelKind.Anthropic, null, "https://api.anthropic.com/")]
    public void FindAddress_IsTheConfiguredOneOrTheProviders(ModelKind kind, string? baseUrl, string expected) =>
        Assert.Equal(expected, RemoteModels.FindAddress(new() { Kind = kind, BaseUrl = baseUrl }).ToString());
}
