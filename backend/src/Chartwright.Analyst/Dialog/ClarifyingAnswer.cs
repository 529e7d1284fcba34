using System.Text;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Text;
using Chartwright.Analyst.Wording;

namespace Chartwright.Analyst.Dialog;

/// <summary>Says which words were not understood, what is near to them, and what can be asked instead.</summary>
internal static class ClarifyingAnswer
{
    private const int Suggestions = 3;

    public static string Write(SchemaIndex schema, Understanding understood)
    {
        if (schema.Tables.Count == 0) return "There is no data to ask about yet. Upload a CSV, JSON or Parquet file and ask again.";
        var text = new StringBuilder();
        var unread = Unread(understood).Select(token => token.Raw).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        text.Append(unread.Count == 0
            ? "I could not read a question about the data in this."
            : $"I did not understand {PlanWords.List([.. unread.Select(word => $"“{Escape(word)}”")], "and")} in the data.");
        foreach (var word in unread.Take(3))
        {
            var near = Near(schema, word);
            if (near.Count > 0) text.Append($" Near to “{Escape(word)}”: {PlanWords.List([.. near.Select(name => Escape(name))], "and")}.");
        }
        var known = SuggestedQuestions.For(schema, Suggestions);
        if (known.Count > 0) text.Append("\n\nThese can be answered:\n").AppendJoin('\n', known.Select(question => $"- [{question}](#ask)"));
        return text.ToString();
    }

    private static IEnumerable<Token> Unread(Understanding understood) =>
        understood.Result.Best is { } best ? best.Score.Unread.Concat(best.Score.Ignored.Where(item => item.Kind is Language.SpanKind.Number or Language.SpanKind.Value).SelectMany(item => understood.Result.Tokens.Skip(item.Span.From).Take(item.Span.Length)))
            : understood.Result.Tokens.Where(token => !token.IsMark && !Language.FunctionWords.Contains(token.Norm));

    /// <summary>Columns and values that share letters with a word.</summary>
    private static List<string> Near(SchemaIndex schema, string word)
    {
        var norm = Tokenizer.Normalize(word);
        var columns = schema.Tables.SelectMany(table => table.Columns).Where(column => column.Words.Any(part => IsNear(part, norm))).Select(column => $"{column.Title} ({column.Table.Name})");
        var values = schema.Values.FindTypos(Stemmer.Stem(norm)).SelectMany(typo => schema.Values.Find(typo.Key)).Concat(schema.Values.FindByWord(Stemmer.Stem(norm))).Select(value => $"{value.Value} ({value.Column.Title})");
        return [.. columns.Concat(values).Distinct().Take(3)];
    }

    private static bool IsNear(string part, string word) =>
        part.Length > 3 && word.Length > 3 && (part.StartsWith(word[..4], StringComparison.Ordinal) || EditDistance.Between(part, word, 2) <= 2);

    /// <summary>Words of users and data stay text in markdown.</summary>
    internal static string Escape(string text) => new([.. text.Select(c => c is '[' or ']' or '`' or '<' or '>' or '*' or '_' or '\n' ? ' ' : c)]);
}
