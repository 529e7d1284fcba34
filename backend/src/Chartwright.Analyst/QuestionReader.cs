using Chartwright.Analyst.Charts;
using Chartwright.Analyst.Dialog;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Sql;
using Chartwright.Core.Catalog;
using Chartwright.Core.Queries;

namespace Chartwright.Analyst;

/// <summary>One way to answer a question.</summary>
/// <param name="Sql">One SELECT; placeholders are <c>$name</c>.</param>
/// <param name="Params">A value for each placeholder.</param>
/// <param name="Chart">bar, grouped_bar, stacked_bar, line, area, pie, scatter, histogram, number or table.</param>
public sealed record QuestionAnswer(string Sql, QueryParams Params, string Chart);

/// <summary>What a question was read as.</summary>
/// <param name="Answer">Null when the question is not answered.</param>
/// <param name="Alternatives">Other meanings, likeliest first; at most three.</param>
/// <param name="Unread">Words that claim something and were not understood in the likeliest reading.</param>
/// <param name="Asks">True when the analyst asks back instead of answering.</param>
public sealed record QuestionReading(QuestionAnswer? Answer, IReadOnlyList<QuestionAnswer> Alternatives, IReadOnlyList<string> Unread, bool Asks);

/// <summary>Reads questions over a catalog. Deterministic, offline, thread-safe; knows nothing but the catalog and the clock.</summary>
public sealed class QuestionReader
{
    private readonly SchemaSource _source;
    private readonly TimeProvider _clock;

    public QuestionReader(ICatalog catalog, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(clock);
        _source = new(catalog);
        _clock = clock;
    }

    /// <param name="earlier">The questions of the conversation so far, oldest first; the question may be a change to the last of them.</param>
    public async Task<QuestionReading> ReadAsync(string question, IReadOnlyList<string> earlier, CancellationToken cancellationToken)
    {
        var schema = await _source.GetAsync(cancellationToken);
        var understood = Conversation.Understand(schema, earlier, question, _clock.GetLocalNow().Date);
        var answers = understood.Candidates.Select(candidate => Answer(schema, candidate.Plan)).OfType<QuestionAnswer>().ToList();
        string[] unread = [.. understood.Best?.Score.Unread.Select(token => token.Norm) ?? []];
        if (understood.Asks || answers.Count == 0) return new(null, [.. answers.Take(3)], unread, Asks: true);
        return new(answers[0], [.. answers.Skip(1).Take(3)], unread, Asks: false);
    }

    private static QuestionAnswer? Answer(SchemaIndex schema, AnalysisPlan plan) =>
        SqlWriter.Write(schema, plan) is { } statement ? new(statement.Text, statement.Values, ChartChooser.Name(ChartChooser.Choose(plan))) : null;
}
