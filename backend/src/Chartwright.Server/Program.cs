using Chartwright.Server.Cli;

return await CommandLine.Create().Parse(args).InvokeAsync();
