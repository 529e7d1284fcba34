using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;

namespace Chartwright.Query.Guard;

/// <summary>Tells who named a column that is not there which ones are near, and which other table has it.</summary>
internal static class ColumnAdvice
{
    public static QueryException AddTo(QueryException failure, IReadOnlyList<string> tables, CatalogSnapshot catalog)
    {
        if (failure.Code != ErrorCode.UnknownColumn || failure.Details?.GetValueOrDefault("name") is not string name) return failure;
        var column = name[(name.LastIndexOf('.') + 1)..];
        var used = tables.Select(table => catalog.FindTable(table[(table.LastIndexOf('.') + 1)..])).OfType<CatalogTable>().ToArray();
        var near = NearNames.Find(column, used.SelectMany(table => table.Columns).Select(known => known.Name));
        var elsewhere = catalog.Tables.Except(used).Where(table => table.FindColumn(column) is not null).Select(table => $"{table.Name}.{column}").ToArray();

        var advice = near.Count > 0 ? $" Did you mean {string.Join(" or ", near.Select(candidate => $"\"{candidate}\""))}?" : "";
        if (elsewhere.Length > 0) advice += $" Another table has it: {string.Join(", ", elsewhere)}.";
        if (advice.Length == 0) return failure;
        var details = new Dictionary<string, object?>(failure.Details) { ["candidates"] = near.Count > 0 ? near : failure.Details.GetValueOrDefault("candidates") };
        if (elsewhere.Length > 0) details["elsewhere"] = elsewhere;
        return new(failure.Code, $"There is no column \"{column}\" in the tables of this statement.{advice}", failure.Retryable, failure) { Details = details };
    }
}
