using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Chartwright.Server.Cli;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Datasets;

public sealed class UploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_NameThenFile_ReachesTheImporterAsItIs()
    {
        await using var app = await TestApp.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("größen"), "name" }, { new StringContent("a,b\n1,2\n"), "file", "my data.csv" } };

        var response = await app.Client.PostAsync("/api/datasets?replace=true", form, Token);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal([("a,b\n1,2\n", "my data.csv", "größen", true)], app.Datasets.Uploads);
    }

    [Theory]
    [InlineData("", "The form has no \"file\".")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--", "The form has a field that is not expected.")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx", null)]
    [InlineData("no form at all", null)]
    public async Task Upload_BrokenForm_IsAProblem(string body, string? detail)
    {
        await using var app = await TestApp.StartAsync();
        using var content = new StringContent(body.Length == 0 ? "--b--\r\n" : body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        var response = await app.Client.PostAsync("/api/datasets", content, Token);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalid_request", (string?)problem["code"]);
        if (detail is not null) Assert.Equal(detail, (string?)problem["detail"]);
    }

    [Fact]
    public async Task Upload_LargerThanAllowed_IsTooLarge()
    {
        await using var app = await TestApp.StartAsync(new() { ["Limits:UploadBytes"] = "2048" });
        using var form = new MultipartFormDataContent { { new StringContent(new string('a', 10_000)), "file", "a.csv" } };

        var response = await app.Client.PostAsync("/api/datasets", form, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("file_too_large", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Upload_AsJson_Is415()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.PostAsync("/api/datasets", new { file = "x" })).StatusCode);
    }

    [Fact]
    public async Task Delete_ByName_SaysWhetherItWasThere()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await app.Client.DeleteAsync("/api/datasets/known", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.DeleteAsync("/api/datasets/unknown", Token)).StatusCode);
    }

    [Fact]
    public async Task Import_FolderFromTheCommandLine_MakesTablesThatAnswer()
    {
        var folder = Directory.CreateTempSubdirectory("chartwright-import-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "fruit.csv"), "name,price\napple,1.5\npear,2\n", Token);

            var exit = await ImportCommand.RunAsync(folder, name: null, replace: false, Path.Combine(folder, "data"), Token);
            var again = await ImportCommand.RunAsync(Path.Combine(folder, "fruit.csv"), name: null, replace: false, Path.Combine(folder, "data"), Token);

            Assert.Equal(0, exit);
            Assert.Equal(1, again); // the name is taken
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, "data"), "*.parquet", SearchOption.AllDirectories));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
