using System.Diagnostics;
using System.IO.Pipelines;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;

namespace Chartwright.Bench;

/// <summary>SQL to JSON text in process: the locked engine against DuckDB's own JSON writer and against Node's client.</summary>
internal static class EngineSection
{
    private const string Columns =
        """
        SELECT i::INT AS id, TIMESTAMP '2015-01-01' + to_seconds(i * 37) AS sold_at, DATE '2015-01-01' + (i % 1096)::INT AS day,
        'product ' || (i % 977) AS product, ['north', 'south', 'east', 'west'][i % 4 + 1] AS region, (i * 7919 % 1000000 / 100)::DECIMAL(12,2) AS price,
        CASE WHEN i % 11 <> 0 THEN (i % 10007) * 0.37 END::DOUBLE AS score, i % 3 = 0 AS is_returned
        """;

    private static readonly (int Rows, int Repeats, int Pairs, string CopyGoal, string NodeGoal)[] Sizes =
    [
        (1_000, 40, 9, ">= 2x", ">= 12x"),
        (100_000, 2, 9, ">= 2x", ">= 35x"),
        (1_000_000, 1, 4, ">= 1.8x", ">= 45x"),
    ];

    public static async Task RunAsync(string nodeScript)
    {
        await using var engine = DuckDbEngine.Open(new DuckDbOptions { MaxResultBytes = 1L << 30, AllowedDirectories = ["/dev"] });
        using var node = new NodePeer(nodeScript);
        foreach (var size in Sizes)
        {
            var create = $"CREATE TABLE rows_{size.Rows} AS {Columns} FROM range({size.Rows}) t(i)";
            await engine.ExecuteAsync(create, CancellationToken.None);
            await node.ExecuteAsync(create);
        }

        foreach (var (rows, repeats, pairs, copyGoal, nodeGoal) in Sizes)
        {
            var select = $"SELECT * FROM rows_{rows}";
            Task<Sample> Ours() => Measure.TimeAsync(repeats, () => ReadAsync(engine, select, rows));
            (await Measure.PairsAsync(pairs, Ours, () => Measure.TimeAsync(repeats, () => engine.ExecuteAsync($"COPY rows_{rows} TO '/dev/null' (FORMAT json, ARRAY true)", CancellationToken.None))))
                .Print($"{rows:N0} rows to JSON / DuckDB COPY json", copyGoal);
            (await Measure.PairsAsync(rows > 100_000 ? 2 : pairs, Ours, () => node.JsonAsync(select, repeats > 2 ? 10 : 1))).Print($"{rows:N0} rows to JSON / node-api", nodeGoal);
        }

        const string Unbounded = "SELECT * FROM rows_1000000";
        (await Measure.PairsAsync(9, () => Measure.TimeAsync(20, () => engine.QueryAsync(new(Unbounded), CancellationToken.None)), () => node.JsonAsync($"{Unbounded} LIMIT 1001", 10)))
            .Print("first 1,000 of 1,000,000 rows and the total / node-api LIMIT", ">= 10x");
        await PrintAllocationAsync(engine);
        await PrintCancelAsync(engine);
        Measure.Print("peak memory of the process, all of the above", Measure.Text(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, " MB"), Measure.Text(await node.PeakMegabytesAsync(), " MB"), "", "");
    }

    /// <summary>A result in memory up to the product's limit, a stream above it.</summary>
    private static async Task ReadAsync(DuckDbEngine engine, string sql, int rows)
    {
        if (rows <= QueryRequest.MaxLimit)
        {
            var result = await engine.QueryAsync(new(sql, QueryParams.Empty, rows), CancellationToken.None);
            if (result.RowCount != rows || result.Truncated) throw new InvalidOperationException("rows are missing");
        }
        else if (await engine.WriteRowsAsync(new(sql), PipeWriter.Create(Stream.Null), null, CancellationToken.None) != rows)
        {
            throw new InvalidOperationException("rows are missing");
        }
    }

    private static async Task PrintAllocationAsync(DuckDbEngine engine)
    {
        const int Rows = 1_000_000;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await ReadAsync(engine, $"SELECT * FROM rows_{Rows}", Rows);
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        Measure.Print("managed bytes allocated per row, 1,000,000 rows", Measure.Text(bytes / (double)Rows, " B"), "", "", "< 1 B");
    }

    /// <summary>From the cancelled token to the statement's end, in a join that would run for hours.</summary>
    private static async Task PrintCancelAsync(DuckDbEngine engine)
    {
        var latencies = new List<double>();
        for (var run = 0; run < 30; run++)
        {
            using var cancel = new CancellationTokenSource();
            var query = engine.QueryAsync(new("SELECT count(*) FROM range(20000000) a, range(20000000) b WHERE a.range + b.range = -1"), cancel.Token);
            await Task.Delay(20, CancellationToken.None);
            var started = Stopwatch.GetTimestamp();
            await cancel.CancelAsync();
            try
            {
                await query;
            }
            catch (OperationCanceledException)
            {
                latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        Measure.Print("cancel to stopped, median and worst of 30", $"{Measure.Text(Measure.Median(latencies), " ms")}, {Measure.Text(latencies.Max(), " ms")}", "", "", "<= 50 ms");
    }
}
