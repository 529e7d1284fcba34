using System.Globalization;
using System.Text;
using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.DuckDb.Native;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Chartwright.DuckDb;

/// <summary>Makes DuckDB values of JSON values, typed as the same literal in SQL would be.</summary>
internal static class ParamValues
{
    private const int MaxDecimalDigits = 38;

    /// <summary>A number, text, boolean or null. The caller disposes it.</summary>
    /// <exception cref="QueryException"><see cref="ErrorCode.InvalidParam"/>.</exception>
    public static DuckDBValue OfScalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => Value.DuckDBCreateBool(true),
        JsonValueKind.False => Value.DuckDBCreateBool(false),
        JsonValueKind.Null => Value.DuckDBCreateNullValue(),
        JsonValueKind.String => OfText(value.GetString()!),
        JsonValueKind.Number => OfNumber(value.GetRawText()),
        _ => throw Invalid("A value must be a text, a number, true, false, null, or a list of these."),
    };

    /// <summary>A list of one type: texts, booleans, integers, or any numbers (as DOUBLE). The caller disposes it.</summary>
    /// <exception cref="QueryException"><see cref="ErrorCode.InvalidParam"/>.</exception>
    public static DuckDBValue OfList(JsonElement list)
    {
        var kinds = list.EnumerateArray().Select(KindOf).Where(kind => kind != DuckDBType.SqlNull).Distinct().ToArray();
        var type = kinds switch
        {
            [] => DuckDBType.SqlNull,
            [var only] => only,
            [DuckDBType.BigInt, DuckDBType.Double] or [DuckDBType.Double, DuckDBType.BigInt] => DuckDBType.Double,
            _ => throw Invalid("A list must hold values of one kind."),
        };
        var items = list.EnumerateArray().Select(item => OfItem(item, type)).ToArray();
        try
        {
            using var element = LogicalType.DuckDBCreateLogicalType(type);
            return Value.DuckDBCreateListValue(element, items, items.Length);
        }
        finally
        {
            foreach (var item in items) item.Dispose();
        }
    }

    private static DuckDBType KindOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => DuckDBType.Varchar,
        JsonValueKind.True or JsonValueKind.False => DuckDBType.Boolean,
        JsonValueKind.Null => DuckDBType.SqlNull,
        JsonValueKind.Number => item.TryGetInt64(out _) ? DuckDBType.BigInt : DuckDBType.Double,
        _ => throw Invalid("A list cannot hold lists or objects."),
    };

    private static DuckDBValue OfItem(JsonElement item, DuckDBType type) =>
        item.ValueKind == JsonValueKind.Number && type == DuckDBType.Double ? Value.DuckDBCreateDouble(item.GetDouble()) : OfScalar(item);

    /// <summary>Integer, DECIMAL or DOUBLE, as SQL reads the same digits: <c>0.1</c> must equal a stored DECIMAL 0.1.</summary>
    private static DuckDBValue OfNumber(string digits)
    {
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)) return Value.DuckDBCreateInt64(integer);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var unscaled = point < 0 ? digits : digits.Remove(point, 1);
        var width = unscaled.AsSpan().TrimStart('-').Length;
        if (width <= MaxDecimalDigits && Int128.TryParse(unscaled, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            var wide = new DuckDBHugeInt((ulong)value, (long)(value >> 64));
            if (point < 0) return Value.DuckDBCreateHugeInt(wide);
            return Value.DuckDBCreateDecimal(new DuckDBDecimal((byte)width, (byte)(digits.Length - point - 1), wide));
        }

        var number = double.Parse(digits, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? Value.DuckDBCreateDouble(number) : throw Invalid("A number is too large.");
    }

    private static unsafe DuckDBValue OfText(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = utf8) return DuckDbImports.CreateVarchar(start, (ulong)utf8.Length);
    }

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidParam, message);
}
