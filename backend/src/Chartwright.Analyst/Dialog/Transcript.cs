using Microsoft.Extensions.AI;

namespace Chartwright.Analyst.Dialog;

/// <summary>What the analyst needs of a conversation.</summary>
/// <param name="Earlier">Questions before the last, oldest first.</param>
/// <param name="Question">The last question.</param>
/// <param name="Replies">Results of the calls made for it, in order: JSON as the tool wrote it.</param>
/// <param name="IsJob">It is to run as a job.</param>
/// <param name="IsRepair">The component that was written cannot be shown and is to be written again.</param>
internal sealed record Transcript(IReadOnlyList<string> Earlier, string Question, IReadOnlyList<object?> Replies, bool IsJob, bool IsRepair)
{
    private const string RepairPrefix = "The component cannot be shown:";

    public static Transcript Read(IEnumerable<ChatMessage> messages)
    {
        var questions = new List<string>();
        var replies = new List<object?>();
        var repair = false;
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.User)
            {
                var text = message.Contents.OfType<TextContent>().LastOrDefault()?.Text ?? "";
                repair = text.StartsWith(RepairPrefix, StringComparison.Ordinal);
                if (repair) continue;
                questions.Add(text);
                replies.Clear();
            }
            foreach (var result in message.Contents.OfType<FunctionResultContent>()) replies.Add(result.Result);
        }
        if (questions.Count == 0) return new([], "", [], IsJob: false, IsRepair: false);
        var asked = questions.Select(JobAsk.Read).ToList();
        return new([.. asked.SkipLast(1).Select(ask => ask.Question)], asked[^1].Question, replies, asked[^1].IsJob, repair);
    }
}
