using Chartwright.DuckDb;
using Chartwright.Samples.Retail;
using Chartwright.Samples.Vega;

namespace Chartwright.Samples;

/// <summary>Writes sample tables as Parquet files under one folder, each in the folder of its dataset.</summary>
internal sealed class ParquetFolder(DuckDbEngine engine, string folder)
{
    public async Task WriteAsync(string dataset, SampleTable table, CancellationToken cancellationToken)
    {
        var csv = Path.GetTempFileName();
        try
        {
            await CsvFile.WriteAsync(table, csv);
            var columns = string.Join(", ", table.Columns.Select(column => $"{Literal(column.Name)}: {Literal(column.Type)}"));
            await CopyAsync(
                $"SELECT * FROM read_csv({Literal(csv)}, header = true, auto_detect = false, delim = ',', quote = '\"', columns = {{{columns}}})",
                dataset, table.Name, cancellationToken);
        }
        finally
        {
            File.Delete(csv);
        }
    }

    public Task WriteAsync(VegaTable table, string sourceFolder, CancellationToken cancellationToken) =>
        CopyAsync(
            table.Select.Replace("{0}", Literal(Path.Combine(sourceFolder, table.Source)), StringComparison.Ordinal), table.Dataset, table.Name, cancellationToken);

    private Task CopyAsync(string select, string dataset, string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, dataset)).FullName, name + ".parquet");
        return engine.ExecuteAsync($"COPY ({select}) TO {Literal(path)} (FORMAT parquet, COMPRESSION zstd)", cancellationToken);
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
