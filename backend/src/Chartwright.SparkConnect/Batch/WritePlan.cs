using Chartwright.Core.Jobs;
using Chartwright.SparkConnect.Protocol;
using Chartwright.SparkConnect.Sql;

namespace Chartwright.SparkConnect.Batch;

/// <summary>The one command that is ever sent: write the rows of a gated query to a new directory.</summary>
internal static class WritePlan
{
    public const string Observation = "job", RowsKey = "rows";

    private static readonly Dictionary<string, string> ParquetOptions = new() { ["compression"] = "zstd" };

    /// <summary>RFC 4180, which is not what Spark writes by itself: a quote is doubled, blanks stay, microseconds too.</summary>
    private static readonly Dictionary<string, string> CsvOptions = new()
    {
        ["header"] = "true",
        ["quote"] = "\"",
        ["escape"] = "\"",
        ["emptyValue"] = "\"\"",
        ["nullValue"] = "",
        ["lineSep"] = "\n",
        ["encoding"] = "UTF-8",
        ["dateFormat"] = "yyyy-MM-dd",
        ["timestampFormat"] = "yyyy-MM-dd HH:mm:ss.SSSSSSXXX",
        ["timestampNTZFormat"] = "yyyy-MM-dd HH:mm:ss.SSSSSS",
        ["ignoreLeadingWhiteSpace"] = "false",
        ["ignoreTrailingWhiteSpace"] = "false",
    };

    public static Relation Query(string checkedSql) => new() { Common = new() { PlanId = 0 }, Sql = new() { Query = SparkSqlGate.Wrap(checkedSql) } };

    /// <param name="path">As the workers see it.</param>
    /// <param name="isCounted">False for servers that refuse CollectMetrics.</param>
    public static Plan Build(string checkedSql, BatchFormat format, string path, long? maxRows, bool isCounted)
    {
        var rows = Query(checkedSql);
        if (maxRows is { } limit) rows = Limit(rows, limit, isCounted);
        else if (isCounted) rows = Count(rows);
        var write = new WriteOperation
        {
            Input = rows,
            Source = format is BatchFormat.Csv ? "csv" : "parquet",
            Path = path,
            Mode = WriteOperation.Types.SaveMode.ErrorIfExists,
        };
        write.Options.Add(format is BatchFormat.Csv ? CsvOptions : ParquetOptions);
        return new() { Command = new() { WriteOperation = write } };
    }

    /// <summary>One row more than the limit is read and counted, and left out of the file: so it is known whether there were more.</summary>
    /// <remarks>In one partition the id of a row is its number, from 0. A limit ends in one partition; coalesce says so where the optimizer drops a limit that cannot bind.</remarks>
    private static Relation Limit(Relation rows, long limit, bool isCounted)
    {
        var most = (int)Math.Min(limit, int.MaxValue - 1);
        if (!isCounted) return new() { Common = new() { PlanId = 2 }, Limit = new() { Input = rows, Limit_ = most } };
        rows = new() { Common = new() { PlanId = 2 }, Limit = new() { Input = rows, Limit_ = most + 1 } };
        rows = new() { Common = new() { PlanId = 3 }, Repartition = new() { Input = rows, NumPartitions = 1, Shuffle = false } };
        return new() { Common = new() { PlanId = 4 }, Filter = new() { Input = Count(rows), Condition = new() { ExpressionString = new() { Expression = $"monotonically_increasing_id() < {most}" } } } };
    }

    private static Relation Count(Relation rows)
    {
        var one = new Expression { Literal = new() { Integer = 1 } };
        var count = new Expression { UnresolvedFunction = new() { FunctionName = "count", Arguments = { one } } };
        return new()
        {
            Common = new() { PlanId = 1 },
            CollectMetrics = new() { Input = rows, Name = Observation, Metrics = { new Expression { Alias = new() { Expr = count, Name = { RowsKey } } } } },
        };
    }
}
