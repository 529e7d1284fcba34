using System.Text.Json.Nodes;
using Chartwright.Server.Contracts;

namespace Chartwright.Server.Tests.Contracts;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Describe_CommittedFile_IsTheSame()
    {
        var committed = await File.ReadAllTextAsync(Checkout.PathTo("contracts", ContractFiles.OpenApi), TestContext.Current.CancellationToken);

        Assert.Equal(committed, ContractFiles.Format(await ContractHost.DescribeAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Describe_EveryOperation_HasANameAndSaysHowItFails()
    {
        var document = await ContractHost.DescribeAsync(TestContext.Current.CancellationToken);
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!.AsObject()).ToList();

        Assert.All(operations, operation =>
        {
            Assert.NotNull(operation["operationId"]);
            Assert.Equal("#/components/schemas/ApiProblem", (string?)operation["responses"]!["default"]!["content"]!["application/problem+json"]!["schema"]!["$ref"]);
        });
        Assert.True(operations.Count >= 30, $"{operations.Count} operations");
    }
}
