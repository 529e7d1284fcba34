using System.Text.Json;
using Chartwright.Analyst.Charts;
using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Results;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Sql;
using Chartwright.Analyst.Wording;
using Microsoft.Extensions.AI;

namespace Chartwright.Analyst.Dialog;

/// <summary>The next step of one answer: the call, the component, another try, or the failure in words.</summary>
internal sealed class AnalystTurn(SchemaIndex schema, Transcript transcript, Understanding understood, string batchEngine)
{
    private const int MostTries = 3;
    private const int RowLimit = 1000;
    private const int ScatterLimit = 2000;

    public List<AIContent> Next()
    {
        if (transcript.Replies.Count == 0) return Call(0, PlanWords.Sentence(understood.Candidates[0].Plan));
        var (facts, failure) = ToolReplyReader.Read(transcript.Replies[^1]);
        var tried = transcript.Replies.Count;
        if (facts is null)
        {
            return tried < Math.Min(MostTries, understood.Candidates.Count)
                ? Call(tried, $"That did not run; trying another reading: {PlanWords.Sentence(understood.Candidates[tried].Plan)}")
                : [new TextContent($"The query could not be run: {failure!.Message}")];
        }
        return Draw(understood.Candidates[Math.Min(tried, understood.Candidates.Count) - 1].Plan, facts);
    }

    private List<AIContent> Call(int candidate, string sentence)
    {
        var plan = understood.Candidates[candidate].Plan;
        var statement = SqlWriter.Write(schema, plan)!;
        if (transcript.IsJob) return [new TextContent($"{sentence} As a job on {(batchEngine == "spark" ? "Spark" : "DuckDB")}."), Job(candidate, statement)];
        var arguments = new Dictionary<string, object?>
        {
            ["query"] = statement.Text,
            ["name"] = "main",
            ["limit"] = plan.Shape == ResultShape.Pairs ? ScatterLimit : RowLimit,
            ["params"] = JsonSerializer.SerializeToElement<Dictionary<string, JsonElement>>(statement.Values),
        };
        return [new TextContent(sentence), new FunctionCallContent($"builtin_{candidate + 1}", "run_sql", arguments)];
    }

    private FunctionCallContent Job(int candidate, SqlStatement statement) => new($"builtin_{candidate + 1}", "submit_spark", new Dictionary<string, object?>
    {
        ["query"] = BatchSql.Write(statement, batchEngine),
        ["output_format"] = "parquet",
        ["name"] = "main",
    });

    private List<AIContent> Draw(AnalysisPlan plan, ResultFacts facts)
    {
        var statement = SqlWriter.Write(schema, plan)!;
        if (transcript.IsJob) statement = statement with { Params = [], Values = [] }; // its values are written in: none can be changed without another job
        var encoding = EncodingBuilder.Build(transcript.IsRepair ? plan with { Chart = ChartKind.Table } : plan, statement, facts);
        var title = PlanWords.Title(plan).Replace('"', '\'').Replace('\n', ' ');
        var chart = plan == understood.Change?.Plan || transcript.IsRepair ? "" : " artifact=\"new\""; // another question is another chart
        var text = $"```tsx title=\"{title}\"{chart}\n{TsxWriter.Write(encoding).TrimEnd()}\n```\n";
        if (transcript.IsRepair) return [new TextContent(text)];
        return [new TextContent(text), new TextContent("\n" + ResultSentences.Write(plan, encoding, statement, facts) + Alternatives(plan))];
    }

    /// <summary>Other readings that are nearly as good, as questions that lead to exactly them.</summary>
    private string Alternatives(AnalysisPlan taken)
    {
        var best = understood.Candidates[0].Score.Total;
        var links = understood.Candidates.Where(candidate => candidate.Plan != taken && best - candidate.Score.Total < Confidence.NearTie)
            .Where(candidate => !AsksTheSame(candidate.Plan, taken))
            .Select(candidate => SuggestedQuestions.Verified(schema, candidate.Plan)).OfType<string>().Distinct().Where(text => text != transcript.Question).Take(3).ToList();
        return links.Count == 0 ? "" : "\n\nIt could also mean:\n" + string.Concat(links.Select(text => $"- [{text}](#ask)\n"));
    }

    /// <summary>Readings that differ in their picture only are one meaning.</summary>
    private bool AsksTheSame(AnalysisPlan one, AnalysisPlan other) =>
        SqlWriter.Write(schema, one) is { } first && SqlWriter.Write(schema, other) is { } second && first.Text == second.Text
        && first.Values.Count == second.Values.Count
        && first.Values.All(value => second.Values.TryGetValue(value.Key, out var same) && JsonElement.DeepEquals(value.Value, same));
}
