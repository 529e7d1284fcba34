using System.Globalization;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion;

/// <summary>Gives a drafted table the names and types somebody chose. A value is never changed to fit a type: one that does not refuses the whole.</summary>
internal static class TableEditor
{
    private static readonly string[] Choosable = ["VARCHAR", "BIGINT", "DOUBLE", "DECIMAL(18,2)", "BOOLEAN", "DATE", "TIMESTAMP"];

    /// <summary>Types a column can be given, its own first.</summary>
    public static IReadOnlyList<string> TypesOf(DraftColumn column) => [column.Type, .. Choosable.Where(type => type != column.Type)];

    /// <returns>The table as chosen; the same when nothing differs.</returns>
    /// <exception cref="ChartwrightException"><c>invalid_request</c>: a choice or a value does not fit.</exception>
    public static async Task<DraftTable> ApplyAsync(DuckDbEngine engine, ImportFolder folder, DraftTable table, TableChoice choice, CancellationToken cancellationToken)
    {
        var named = table with { Name = DatasetNames.Of(choice.Name, "data") };
        if (choice.Columns is null) return named;
        if (choice.Columns.Count == 0) throw Invalid($"A table needs a column; \"{choice.Name}\" would have none.");
        if (choice.Columns.DistinctBy(column => column.Column).Count() < choice.Columns.Count) throw Invalid("A column is chosen twice.");

        var chosen = choice.Columns.Select(column => Choose(table, column)).ToArray();
        var names = DatasetNames.OfColumns([.. chosen.Select(column => column.Name)]);
        var columns = chosen.Zip(names, (column, name) => column with { Name = name }).ToArray();
        if (columns.SequenceEqual(table.Columns)) return named;
        await CheckAsync(engine, table, columns, cancellationToken);
        var path = folder.NewPath("parquet");
        await TableFile.WriteAsync(engine, table.Relation, [.. columns.Select(column => (column.Name, column.Expression))], path, TableFile.Small, cancellationToken);
        var renamed = columns.ToLookup(column => column.Source, column => column.Name);
        var key = table.PrimaryKey.SelectMany(column => renamed[table.Columns.First(known => known.Name == column).Source]).ToArray();
        return named with { Path = path, Columns = columns, PrimaryKey = key.Length == table.PrimaryKey.Count ? key : [] };
    }

    private static DraftColumn Choose(DraftTable table, ColumnChoice choice)
    {
        var column = table.Columns.FirstOrDefault(known => known.Name == choice.Column) ?? throw Invalid($"\"{table.Name}\" has no column \"{choice.Column}\".");
        var named = column with { Name = string.IsNullOrWhiteSpace(choice.Name) ? column.Name : choice.Name };
        if (choice.Type is null || choice.Type == column.Type) return named;
        if (!Choosable.Contains(choice.Type)) throw Invalid($"\"{choice.Type}\" is not a type that can be chosen.");
        return named with { Type = choice.Type, Expression = Retyped(table, column, choice.Type) };
    }

    private static string Retyped(DraftTable table, DraftColumn column, string type)
    {
        if (!table.IsText) return $"TRY_CAST({column.Expression} AS {type})";
        if (type == "VARCHAR") return Sql.Identifier(column.Source); // as written, leading zeros and all
        // what was recognised already, a date in words say, may become more
        return CellText.Typed(Sql.Identifier(column.Source), $"coalesce(TRY_CAST({CellText.Trimmed(Sql.Identifier(column.Source))} AS {type}), TRY_CAST({column.Expression} AS {type}))");
    }

    private static async Task CheckAsync(DuckDbEngine engine, DraftTable table, DraftColumn[] columns, CancellationToken cancellationToken)
    {
        var retyped = columns.Where(column => table.Columns.First(known => known.Source == column.Source).Type != column.Type && column.Type != "VARCHAR").ToArray();
        if (retyped.Length == 0) return;
        var counts = retyped.Select(column =>
        {
            var written = table.IsText ? CellText.Typed(Sql.Identifier(column.Source), CellText.Trimmed(Sql.Identifier(column.Source))) : Sql.Identifier(column.Source);
            // a cast to a whole number rounds
            var loss = column.Type == "BIGINT" ? $" OR TRY_CAST({written} AS DOUBLE) <> {column.Expression}" : "";
            return $"count(*) FILTER ({written} IS NOT NULL AND ({column.Expression} IS NULL{loss}))";
        });
        var row = (await engine.ReadTextAsync($"SELECT {string.Join(", ", counts)} FROM {table.Relation}", cancellationToken))[0];
        var wrong = retyped.Zip(row).Where(pair => pair.Second != "0").Select(pair =>
            $"{long.Parse(pair.Second!, CultureInfo.InvariantCulture):N0} values of \"{pair.First.Name}\" do not fit {pair.First.Type}.").ToArray();
        if (wrong.Length > 0) throw Invalid($"{string.Join(' ', wrong)} Choose another type, or VARCHAR to keep them as written.");
    }

    private static ChartwrightException Invalid(string message) => new(ErrorCode.InvalidRequest, message);
}
