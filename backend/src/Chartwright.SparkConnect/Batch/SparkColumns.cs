using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.SparkConnect.Protocol;
using Kind = Chartwright.SparkConnect.Protocol.DataType.KindOneofCase;

namespace Chartwright.SparkConnect.Batch;

/// <summary>A schema of Spark's in DuckDB's words.</summary>
internal static class SparkColumns
{
    private const int MaxNamed = 5;

    /// <summary>Finds before the run what would fail in the middle of it.</summary>
    /// <exception cref="QueryException">Two columns have one name, or a type cannot be written in this format.</exception>
    public static IReadOnlyList<ResultColumn> Check(DataType schema, BatchFormat format)
    {
        var fields = schema.Struct?.Fields ?? [];
        var twins = fields.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        if (twins.Count > 0) throw Refuse($"Several columns are called {Join(twins)}; give each a name of its own with AS.");
        var misfits = fields.Where(field => DuckName(field.DataType) is null).Select(field => field.Name).ToList();
        if (misfits.Count > 0) throw Refuse($"The type of {Join(misfits)} cannot be written to a file; cast it, for example to STRING or BIGINT.");
        var nested = format is BatchFormat.Csv ? fields.Where(field => field.DataType.KindCase is Kind.Array or Kind.Struct or Kind.Map).Select(field => field.Name).ToList() : [];
        if (nested.Count > 0) throw Refuse($"CSV cannot hold the lists or structures of {Join(nested)}; use to_json, or write Parquet.");
        return [.. fields.Select(field => new ResultColumn(field.Name, DuckName(field.DataType)!))];
    }

    /// <returns>The type DuckDB reads from the file, or null when it cannot be written or read.</returns>
    public static string? DuckName(DataType type) => type.KindCase switch
    {
        Kind.Boolean => "BOOLEAN",
        Kind.Byte => "TINYINT",
        Kind.Short => "SMALLINT",
        Kind.Integer => "INTEGER",
        Kind.Long => "BIGINT",
        Kind.Float => "FLOAT",
        Kind.Double => "DOUBLE",
        Kind.Decimal => $"DECIMAL({(type.Decimal.HasPrecision ? type.Decimal.Precision : 10)},{type.Decimal.Scale})",
        Kind.String or Kind.Char or Kind.VarChar => "VARCHAR",
        Kind.Binary => "BLOB",
        Kind.Date => "DATE",
        Kind.Timestamp => "TIMESTAMP WITH TIME ZONE",
        Kind.TimestampNtz => "TIMESTAMP",
        Kind.Array => DuckName(type.Array.ElementType) is { } element ? $"{element}[]" : null,
        Kind.Map => (DuckName(type.Map.KeyType), DuckName(type.Map.ValueType)) is ({ } key, { } value) ? $"MAP({key}, {value})" : null,
        Kind.Struct => StructName(type.Struct),
        _ => null,
    };

    private static string? StructName(DataType.Types.Struct type)
    {
        var fields = type.Fields.Select(field => DuckName(field.DataType) is { } name ? $"\"{field.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" {name}" : null).ToList();
        return fields.Count == 0 || fields.Contains(null) ? null : $"STRUCT({string.Join(", ", fields)})";
    }

    private static string Join(List<string> names) => string.Join(", ", names.Take(MaxNamed).Select(name => $"\"{name}\"")) + (names.Count > MaxNamed ? $" and {names.Count - MaxNamed} more" : "");

    private static QueryException Refuse(string message) => new(ErrorCode.SqlFailed, message);
}
