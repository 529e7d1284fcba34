using Apache.Arrow;
using Apache.Arrow.Ipc;
using Chartwright.SparkConnect.Errors;
using Google.Protobuf;

namespace Chartwright.SparkConnect.Catalog;

/// <summary>Reads the few short text columns that a SHOW statement answers, from an Arrow IPC stream.</summary>
internal static class ArrowText
{
    /// <returns>One array per row, in the order of <paramref name="columns"/>; null where a value is missing or no text.</returns>
    /// <exception cref="SparkException">The bytes are no Arrow stream, or have no such column.</exception>
    public static IReadOnlyList<string?[]> Read(ByteString stream, params string[] columns)
    {
        try
        {
            using var reader = new ArrowStreamReader(stream.Memory);
            List<string?[]> rows = [];
            while (reader.ReadNextRecordBatch() is { } batch)
            {
                using (batch)
                {
                    var arrays = columns.Select(column => batch.Column(column) as StringArray).ToArray();
                    for (var row = 0; row < batch.Length; row++) rows.Add([.. arrays.Select(array => array?.GetString(row))]);
                }
            }
            return rows;
        }
#pragma warning disable CA1031 // a hostile stream makes the reader throw what it likes
        catch (Exception failure)
#pragma warning restore CA1031
        {
            throw new SparkException(new(SparkFaultKind.Server, null, null, "The cluster's list of tables cannot be read."), failure);
        }
    }
}
