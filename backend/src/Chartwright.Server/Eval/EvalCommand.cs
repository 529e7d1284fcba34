using System.CommandLine;

namespace Chartwright.Server.Eval;

/// <summary><c>chartwright eval</c>: answers the cases of a question set and writes one prediction a line.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var model = new Option<string>("--model") { Description = "The model that answers: builtin.", DefaultValueFactory = _ => "builtin" };
        var cases = new Option<FileInfo>("--cases") { Description = "Questions, one JSON object a line.", Required = true };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with one folder for each dataset.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "File the predictions are written to.", Required = true };
        var report = new Option<bool>("--report") { Description = "Also print counts and the time a plan took." };
        var command = new Command("eval", "Answers a question set and writes the predictions.") { model, cases, data, output, report };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(model) is not "builtin")
            {
                await Console.Error.WriteLineAsync("Only --model builtin can be evaluated.");
                return 2;
            }
            var result = await EvalRun.RunAsync(arguments.GetValue(cases)!, arguments.GetValue(data)!, arguments.GetValue(output)!, cancellationToken);
            if (arguments.GetValue(report)) await Console.Out.WriteLineAsync(result.Describe());
            return 0;
        });
        return command;
    }
}
