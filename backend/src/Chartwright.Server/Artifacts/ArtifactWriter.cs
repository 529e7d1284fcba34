using System.Text.Json;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Queries;
using Chartwright.Server.Problems;

namespace Chartwright.Server.Artifacts;

/// <summary>Makes artifacts and versions from requests: checks the code's declarations, runs the statements, keeps the rest.</summary>
internal sealed class ArtifactWriter(IArtifactStore artifacts, IQueryService queries, TimeProvider clock)
{
    private const int MaxCodeChars = 300_000;
    private const int MaxResults = 20;
    private const int MaxValueChars = 10_000;

    public async Task<Artifact> CreateAsync(CreateArtifactRequest body, CancellationToken cancellationToken)
    {
        var title = Refuse.Name(body.Title, "title");
        var code = CheckCode(body.Code);
        var first = new ArtifactVersion
        {
            Number = 1,
            Code = code,
            Params = ComponentParams.Read(code),
            ParamValues = CheckValues(body.Params),
            Queries = await RunAsync(body.Results, cancellationToken),
            CreatedAt = clock.GetUtcNow(),
        };
        return await artifacts.CreateAsync(title, conversationId: null, first, cancellationToken);
    }

    /// <exception cref="ChartwrightException"><see cref="ErrorCode.NotFound"/>, or the code or a statement was refused.</exception>
    public async Task<Artifact> AppendAsync(ArtifactId id, AppendVersionRequest body, CancellationToken cancellationToken)
    {
        var latest = (await artifacts.FindAsync(id, cancellationToken) ?? throw Refuse.NotFound("artifact")).Latest;
        var code = body.Code is null ? latest.Code : CheckCode(body.Code);
        var next = latest with
        {
            Code = code,
            Params = body.Code is null ? latest.Params : ComponentParams.Read(code),
            ParamValues = body.ParamValues is null ? latest.ParamValues : CheckValues(body.ParamValues),
            Queries = body.Queries is null ? latest.Queries : await RunAsync(body.Queries, cancellationToken),
            CreatedAt = clock.GetUtcNow(),
        };
        return await artifacts.AppendVersionAsync(id, next, cancellationToken);
    }

    private static string CheckCode(string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) throw Refuse.Invalid("\"code\" is empty.");
        return code.Length <= MaxCodeChars ? code : throw Refuse.Invalid($"\"code\" is longer than {MaxCodeChars:N0} characters.");
    }

    internal static IReadOnlyDictionary<string, JsonElement> CheckValues(IReadOnlyDictionary<string, JsonElement>? values)
    {
        if (values is null) return new Dictionary<string, JsonElement>();
        foreach (var (name, value) in values)
            if (value.ValueKind is JsonValueKind.Object || value.GetRawText().Length > MaxValueChars) throw Refuse.Invalid($"\"{name}\" is not a value a param can have.");
        return values;
    }

    private async Task<IReadOnlyList<ArtifactQuery>> RunAsync(IReadOnlyList<ArtifactResultInput>? inputs, CancellationToken cancellationToken)
    {
        if (inputs is not { Count: > 0 and <= MaxResults }) throw Refuse.Invalid($"1 to {MaxResults} results are expected.");
        if (inputs.DistinctBy(input => input.Name, StringComparer.Ordinal).Count() < inputs.Count) throw Refuse.Invalid("Two results have the same name.");
        var results = new List<ArtifactQuery>(inputs.Count);
        foreach (var input in inputs) results.Add(await RunAsync(input, cancellationToken));
        return results;
    }

    private async Task<ArtifactQuery> RunAsync(ArtifactResultInput input, CancellationToken cancellationToken)
    {
        ResultName.Check(input.Name);
        if (input.Sql is null == input.Rows is null) throw Refuse.Invalid($"Result \"{input.Name}\" needs either \"sql\" or \"rows\".");
        if (input.Sql is null) return InlineResult.Create(input);
        var values = input.Params ?? QueryParams.Empty;
        var result = await queries.QueryAsync(new QueryRequest(input.Sql, values), cancellationToken);
        return new(input.Name, input.Sql, result.Engine, values, result.Columns, result.CacheKey);
    }
}
