using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using Chartwright.Query.Files;
using Chartwright.Query.Results.Files;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Chartwright.Query.Results.Exports;

/// <summary>A workbook: numbers as numbers, dates as dates, everything else as text, which is never a formula. More rows than a sheet takes go on in another one.</summary>
internal sealed class XlsxExport(StoredPages pages)
{
    private const int MaxRows = 1_048_576;
    private const int MaxColumns = 16_384;

    /// <exception cref="QueryException"><see cref="ErrorCode.ResultTooLarge"/>: too many columns, or a text too long for a cell.</exception>
    public async Task WriteAsync(StoredResult stored, string path, CancellationToken cancellationToken)
    {
        var columns = stored.Manifest.Columns;
        if (columns.Count > MaxColumns) throw new QueryException(ErrorCode.ResultTooLarge, $"A sheet has at most {MaxColumns:N0} columns. Take CSV or Parquet.");
        await using var file = PrivateFiles.Create(path);
        await using var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancellationToken);
        var heading = book.AddStyle(new Style { Font = { Bold = true } });
        var cells = new WorkbookCells(columns, book);
        var (sheets, rows) = (0, MaxRows);
        await BeginSheetAsync();
        await foreach (var page in pages.ReadAsync(stored, string.Join(", ", columns.Select((column, index) => $"{ExportColumns.Cell(column)} AS c{index}")), cancellationToken))
        {
            foreach (var row in cells.Read(page))
            {
                if (rows == MaxRows) await BeginSheetAsync();
                await book.AddRowAsync(row, cancellationToken);
                rows++;
            }
        }
        await book.FinishAsync(cancellationToken);

        async ValueTask BeginSheetAsync()
        {
            await book.StartWorksheetAsync(++sheets == 1 ? "Data" : $"Data {sheets}", new WorksheetOptions { FrozenRows = 1 }, cancellationToken);
            await book.AddRowAsync([.. columns.Select(column => new Cell(WorkbookCells.Text(column.Name), heading))], cancellationToken);
            rows = 1;
        }
    }
}
