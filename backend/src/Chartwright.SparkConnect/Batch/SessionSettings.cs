namespace Chartwright.SparkConnect.Batch;

/// <summary>What every session is told before its first statement. A server may refuse any of it.</summary>
internal static class SessionSettings
{
    public static IReadOnlyDictionary<string, string> Ours { get; } = new Dictionary<string, string>
    {
        ["spark.sql.ansi.enabled"] = "true", // 3.5 answers NULL where 4 fails
        ["spark.sql.ansi.doubleQuotedIdentifiers"] = "false", // as the gate reads double quotes
        ["spark.sql.variable.substitute"] = "false", // ${env:X} would be read on the server
        ["spark.sql.runSQLOnFiles"] = "false", // no file is read by its path
        ["spark.sql.session.timeZone"] = "UTC",
        ["spark.sql.parquet.outputTimestampType"] = "TIMESTAMP_MICROS", // INT96 is for Spark alone
        ["spark.sql.parquet.datetimeRebaseModeInWrite"] = "CORRECTED", // dates before 1582
        ["spark.sql.execution.topKSortFallbackThreshold"] = "100000", // above it a sorted limit is sorted on disk, not in one heap
        ["spark.connect.progress.reportInterval"] = "1s",
    };
}
