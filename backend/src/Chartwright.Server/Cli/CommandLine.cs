using System.CommandLine;
using Chartwright.Server.Contracts;
using Chartwright.Server.Eval;

namespace Chartwright.Server.Cli;

/// <summary>The commands of the one executable. Without a command it serves.</summary>
internal static class CommandLine
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Ask your data, get a live interactive chart.");
        ServeCommand.AddTo(root);
        var serve = new Command("serve", "Starts the server (the default).");
        ServeCommand.AddTo(serve);
        root.Subcommands.Add(serve);
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(EvalCommand.Create());
        root.Subcommands.Add(ContractsCommand());
        return root;
    }

    private static Command ContractsCommand()
    {
        var folder = new Option<string>("--out") { Description = "Folder the files are written to.", DefaultValueFactory = _ => "contracts" };
        var command = new Command("contracts", "Writes the descriptions of the API and of its events.") { folder };
        command.SetAction((arguments, cancellationToken) => ContractFiles.WriteAsync(arguments.GetValue(folder)!, cancellationToken));
        return command;
    }
}
