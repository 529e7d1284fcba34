using System.Globalization;
using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace Chartwright.Query.Results.Exports;

/// <summary>Turns rows of JSON into rows of cells, by the types of their columns.</summary>
internal sealed class WorkbookCells
{
    private const int MaxChars = 32_767;
    private static readonly DateTime FirstDay = new(1900, 3, 1); // before it, spreadsheets count a day that never was

    private readonly Kind[] _kinds;
    private readonly StyleId _date;
    private readonly StyleId _moment;

    public WorkbookCells(IReadOnlyList<StoredColumn> columns, Spreadsheet book)
    {
        _kinds = [.. columns.Select(column => KindOf(column.Type))];
        _date = book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });
        _moment = book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss.000") });
    }

    private enum Kind
    {
        Plain,
        Date,
        Moment,
    }

    /// <param name="rows"><c>[[…],…]</c> of scalars.</param>
    /// <returns>The same list of cells for every row: use it before the next.</returns>
    public IEnumerable<Cell[]> Read(ReadOnlyMemory<byte> rows)
    {
        using var document = JsonDocument.Parse(rows);
        var cells = new Cell[_kinds.Length];
        foreach (var row in document.RootElement.EnumerateArray())
        {
            var column = 0;
            foreach (var value in row.EnumerateArray())
            {
                cells[column] = Read(value, _kinds[column]);
                column++;
            }
            yield return cells;
        }
    }

    /// <summary>A text without the characters that no workbook can hold.</summary>
    /// <exception cref="QueryException"><see cref="ErrorCode.ResultTooLarge"/>: longer than a cell.</exception>
    public static string Text(string text)
    {
        if (text.Length > MaxChars) throw new QueryException(ErrorCode.ResultTooLarge, $"A text is longer than the {MaxChars:N0} characters of a cell. Take CSV or Parquet.");
        return text.AsSpan().ContainsAnyInRange('\0', '\u001f') || text.AsSpan().ContainsAny('\ufffe', '\uffff')
            ? string.Concat(text.Select(sign => sign is < ' ' and not ('\t' or '\n' or '\r') or '\ufffe' or '\uffff' ? '\ufffd' : sign))
            : text;
    }

    private Cell Read(JsonElement value, Kind kind) => value.ValueKind switch
    {
        JsonValueKind.Null => new Cell((string?)null),
        JsonValueKind.Number => new Cell(value.GetDouble()), // exact: what a double does not hold comes as text
        JsonValueKind.True => new Cell(true),
        JsonValueKind.False => new Cell(false),
        _ => ReadText(value.GetString()!, kind),
    };

    private Cell ReadText(string text, Kind kind) =>
        kind != Kind.Plain && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) && moment >= FirstDay
            ? new Cell(moment, kind == Kind.Date ? _date : _moment)
            : new Cell(Text(text));

    private static Kind KindOf(string type) =>
        type == "DATE" ? Kind.Date : type.StartsWith("TIMESTAMP", StringComparison.Ordinal) ? Kind.Moment : Kind.Plain;
}
