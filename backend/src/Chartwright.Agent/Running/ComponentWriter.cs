using Chartwright.Agent.Components;
using Chartwright.Agent.Markdown;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Chat;
using Chartwright.Core.Ids;

namespace Chartwright.Agent.Running;

/// <summary>Checks the components of a run and stores each as a version of one artifact.</summary>
internal sealed class ComponentWriter(AgentRequest request, IArtifactStore store, RunResults results, RunEvents events, TimeProvider clock)
{
    private const int MaxTitleChars = 120;

    private ArtifactId? _artifactId = request.Artifact?.Id;

    /// <summary>What is wrong with the latest component; empty once a good one was stored.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Stores a complete component and says so, or keeps its problems.</summary>
    /// <exception cref="Core.Errors.ChartwrightException">The store failed.</exception>
    public async Task WriteAsync(FencedBlock block, string? understanding, CancellationToken cancellationToken)
    {
        var code = ImportMender.Mend(block.Code);
        var check = ComponentChecker.Check(code);
        var queries = results.ListFor(code);
        Problems = [.. check.Problems, .. FindUnbound(check.Params, queries), .. ResultUse.FindProblems(code, results.Names)];
        if (Problems.Count > 0)
            return;

        if (FenceInfo.FindAttribute(block.Info, "artifact") == "new" && _artifactId == request.Artifact?.Id)
            _artifactId = null; // what the user looks at keeps its last version
        var title = FindTitle(block);
        var version = new ArtifactVersion
        {
            Number = 1,
            Code = code,
            Queries = queries,
            Params = check.Params,
            ParamValues = KeepValues(check.Params),
            Prompt = request.Message,
            Understanding = understanding,
            CreatedAt = clock.GetUtcNow(),
        };
        var artifact = _artifactId is { } id
            ? await store.AppendVersionAsync(id, version, cancellationToken)
            : await store.CreateAsync(title ?? ShortenTitle(request.Message), request.ConversationId, version, cancellationToken);
        if (_artifactId is not null && title is not null && title != artifact.Title)
            await store.RenameAsync(artifact.Id, title, cancellationToken);

        _artifactId = artifact.Id;
        events.Emit(new ArtifactEvent(artifact.Id, artifact.Latest.Number, title ?? artifact.Title, code, check.Params, understanding));
    }

    /// <summary>A control that asks for other data but reaches no statement would do nothing.</summary>
    private static IEnumerable<string> FindUnbound(IReadOnlyDictionary<string, ParamDefinition> declared, IReadOnlyList<ArtifactQuery> queries) =>
        declared.Where(param => param.Value.Scope == ParamScope.Query)
            .Where(param => !queries.Any(query => query.Sql?.Contains("$" + param.Key, StringComparison.Ordinal) == true))
            .Select(param => $"The param {param.Key} has scope \"query\", but no statement uses ${param.Key}: run the SQL with it, or leave the scope out.");

    private static string? FindTitle(FencedBlock block) =>
        FenceInfo.FindAttribute(block.Info, "title") is { } title && !string.IsNullOrWhiteSpace(title) ? ShortenTitle(title) : null;

    private static string ShortenTitle(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxTitleChars ? line : line[..(MaxTitleChars - 1)] + "…";
    }

    /// <summary>What the user set stays set where the next version declares the same param; what the statements bind, they have bound.</summary>
    private Dictionary<string, System.Text.Json.JsonElement> KeepValues(IReadOnlyDictionary<string, ParamDefinition> declared) =>
        (_artifactId is not null && request.Artifact?.Latest is { } before
            ? before.ParamValues.Where(value =>
                declared.TryGetValue(value.Key, out var now) && now.Scope == ParamScope.View
                && before.Params.TryGetValue(value.Key, out var then) && now.Type == then.Type)
            : []).ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
}
