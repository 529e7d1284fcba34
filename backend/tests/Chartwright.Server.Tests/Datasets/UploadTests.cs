using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Chartwright.Query.Ingestion;
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

    [Fact]
    public async Task Upload_SeveralFilesAsOne_ReachTheImporterInOrder()
    {
        await using var app = await TestApp.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("true"), "asOne" }, { new StringContent("a\n1\n"), "file", "year=2023/a.csv" }, { new StringContent("a\n2\n"), "file", "year=2024/b.csv" },
        };

        var response = await app.Client.PostAsync("/api/datasets", form, Token);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal([("a\n1\n", "year=2023/a.csv", null, false), ("a\n2\n", "year=2024/b.csv", null, false)], app.Datasets.Uploads);
        Assert.True(app.Datasets.WasAsOne);
    }

    [Fact]
    public async Task Preview_ThenCommit_PassesTheChoicesOn()
    {
        await using var app = await TestApp.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("A\n1\n"), "file", "a.csv" } };

        var preview = JsonNode.Parse(await (await app.Client.PostAsync("/api/datasets/preview", form, Token)).Content.ReadAsStringAsync(Token))!;
        var made = await app.PostAsync(
            $"/api/datasets/preview/{preview["id"]}", new { tables = new[] { new { table = 0, name = "mine", replace = true, columns = new[] { new { column = "a", type = "VARCHAR" } } } } });

        Assert.Equal("[[1]]", preview["tables"]![0]!["rows"]!.ToJsonString());
        Assert.Equal((HttpStatusCode.Created, "/api/datasets/mine"), (made.StatusCode, made.Headers.Location?.ToString()));
        var choice = Assert.Single(app.Datasets.Choices);
        Assert.Equal((0, "mine", true, new ColumnChoice("a", Type: "VARCHAR")), (choice.Table, choice.Name, choice.Replace, Assert.Single(choice.Columns!)));
    }

    [Fact]
    public async Task Discard_Preview_SaysWhetherItWasThere()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await app.Client.DeleteAsync($"/api/datasets/preview/{FakeDatasets.KnownPreview}", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.DeleteAsync($"/api/datasets/preview/{Guid.Empty}", Token)).StatusCode);
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

            var exit = await ImportCommand.RunAsync(new(folder, Data: Path.Combine(folder, "data")), Token);
            var again = await ImportCommand.RunAsync(new(Path.Combine(folder, "fruit.csv"), Data: Path.Combine(folder, "data")), Token);

            Assert.Equal(0, exit);
            Assert.Equal(1, again); // the name is taken
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, "data"), "*.parquet", SearchOption.AllDirectories));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Import_PartitionedFolder_IsOneTable()
    {
        var folder = Directory.CreateTempSubdirectory("chartwright-import-").FullName;
        try
        {
            foreach (var year in (string[])["2023", "2024"])
                await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "sales", $"year={year}")).FullName, "part.csv"), $"n\n{year}\n", Token);
            await File.WriteAllTextAsync(Path.Combine(folder, "sales", "_SUCCESS"), "", Token);

            var exit = await ImportCommand.RunAsync(new(Path.Combine(folder, "sales"), Data: Path.Combine(folder, "data")), Token);

            Assert.Equal((0, 1), (exit, Directory.GetFiles(Path.Combine(folder, "data", "datasets", "sales"), "*.parquet").Length));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("in", "a.csv b.json")]
    [InlineData("in/*.csv", "a.csv")]
    [InlineData("in/sub/?.csv", "c.csv")]
    [InlineData("in/**/*.csv", "a.csv c.csv")]
    [InlineData("in/sub", "c.csv")]
    [InlineData("in/a.csv", "a.csv")]
    [InlineData("in/none*", "")]
    [InlineData("none/*.csv", "")]
    public void List_FolderOrPattern_FindsItsFiles(string path, string found)
    {
        var folder = Directory.CreateTempSubdirectory("chartwright-import-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "in", "sub"));
            foreach (var file in (string[])["in/a.csv", "in/b.json", "in/.hidden", "in/_SUCCESS", "in/sub/c.csv"]) File.WriteAllText(Path.Combine(folder, file), "a\n1\n");

            Assert.Equal(found, string.Join(' ', PathPattern.List(Path.Combine(folder, path)).Select(each => Path.GetFileName(each.Path))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
