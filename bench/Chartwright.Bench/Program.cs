using Chartwright.Bench;

// usage: Chartwright.Bench engine NODE_SCRIPT : prints one line a measure for bench.sh
switch (args)
{
    case ["engine", var script]:
        await EngineSection.RunAsync(script);
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: Chartwright.Bench engine NODE_SCRIPT");
        return 2;
}
