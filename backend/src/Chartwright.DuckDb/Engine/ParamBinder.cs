using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.DuckDb.Native;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Chartwright.DuckDb;

/// <summary>Binds JSON values to the <c>$name</c> placeholders of a prepared statement. Values never become part of the SQL text.</summary>
internal static class ParamBinder
{
    /// <summary>Names of the placeholders, in the statement's order.</summary>
    public static unsafe IReadOnlyList<string> Names(DuckDBPreparedStatement statement)
    {
        var names = new string[PreparedStatements.DuckDBParams(statement)];
        for (var index = 0; index < names.Length; index++)
            names[index] = DuckDbImports.TakeString(DuckDbImports.ParameterName(statement, (ulong)index + 1)) ?? "";
        return names;
    }

    /// <exception cref="QueryException"><see cref="ErrorCode.UnknownParam"/>: a placeholder without value or a value without placeholder;
    /// <see cref="ErrorCode.InvalidParam"/>: a value of a kind that cannot be bound.</exception>
    public static void Bind(DuckDBPreparedStatement statement, QueryParams values)
    {
        var names = Names(statement);
        foreach (var name in values.Keys.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase)))
            throw Unknown(name, $"The statement has no placeholder ${name}.", names);
        for (var index = 0; index < names.Count; index++)
        {
            if (!TryFind(values, names[index], out var value))
                throw Unknown(names[index], $"No value was given for ${names[index]}.", [.. values.Keys]);
            if (!Bind(statement, index + 1, value).IsSuccess())
                throw new QueryException(ErrorCode.InvalidParam, $"The value of ${names[index]} cannot be bound.");
        }
    }

    private static bool TryFind(QueryParams values, string name, out JsonElement value)
    {
        if (values.TryGetValue(name, out value)) return true;
        var key = values.Keys.FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase)); // SQL names have no case
        return key is not null && values.TryGetValue(key, out value);
    }

    private static DuckDBState Bind(DuckDBPreparedStatement statement, int index, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return PreparedStatements.DuckDBBindNull(statement, index);
        using var bound = value.ValueKind == JsonValueKind.Array ? ParamValues.OfList(value) : ParamValues.OfScalar(value);
        return PreparedStatements.DuckDBBindValue(statement, index, bound);
    }

    private static QueryException Unknown(string name, string message, IReadOnlyList<string> known) =>
        new(ErrorCode.UnknownParam, message) { Details = new Dictionary<string, object?> { ["name"] = name, ["candidates"] = known } };
}
