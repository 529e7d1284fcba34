using System.CommandLine;
using Chartwright.Server.Cli;

// the host listens for Ctrl-C and SIGTERM itself: streams end before the process does
return await CommandLine.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
