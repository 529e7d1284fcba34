// usage: Chartwright.Samples OUT [DATA]   writes the retail set under OUT and, from DATA (the data folder of vega-datasets), the real sets
using Chartwright.DuckDb;
using Chartwright.Samples;
using Chartwright.Samples.Retail;
using Chartwright.Samples.Vega;

if (args.Length is 0 or > 2)
{
    await Console.Error.WriteLineAsync("usage: Chartwright.Samples OUT [DATA]");
    return 2;
}

await using var engine = DuckDbEngine.Open(new DuckDbOptions { Locked = false, Threads = 1 });
var samples = new ParquetFolder(engine, args[0]);
foreach (var table in RetailSet.Generate()) await samples.WriteAsync("retail", table, CancellationToken.None);
if (args.Length == 2)
{
    foreach (var table in VegaSets.All) await samples.WriteAsync(table, args[1], CancellationToken.None);
}
return 0;
