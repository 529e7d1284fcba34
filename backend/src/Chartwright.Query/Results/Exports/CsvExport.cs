using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Results.Files;

namespace Chartwright.Query.Results.Exports;

/// <summary>CSV with a header, UTF-8, NULL an empty field and an empty text <c>""</c>, values as DuckDB prints them.</summary>
/// <remarks>A text that a spreadsheet would take for a formula gets an apostrophe in front; one that is a number does not. Source: OWASP, CSV Injection.</remarks>
internal sealed class CsvExport(DuckDbEngine engine)
{
    private const string FormulaStart = "=+-@\t\r\n";

    public Task WriteAsync(StoredResult stored, string path, CancellationToken cancellationToken)
    {
        var columns = stored.Manifest.Columns.Select(column => $"{Value(column)} AS {Sql.Identifier(Header(column.StoredName))}");
        var sql = $"SELECT {string.Join(", ", columns)} FROM {stored.Relation} AS whole ORDER BY file_row_number";
        return engine.CopyAsync(new(sql), "csv", path, LongRun.Unlimited, cancellationToken);
    }

    private static string Value(StoredColumn column)
    {
        var value = ExportColumns.Cell(column);
        return ExportColumns.IsText(column)
            ? $"CASE WHEN contains({Sql.Literal(FormulaStart)}, left({value}::VARCHAR, 1)) AND {value}::VARCHAR <> '' AND TRY_CAST({value}::VARCHAR AS DOUBLE) IS NULL THEN '''' || {value} ELSE {value}::VARCHAR END"
            : value;
    }

    private static string Header(string name) => FormulaStart.Contains(name[0], StringComparison.Ordinal) ? "'" + name : name;
}
