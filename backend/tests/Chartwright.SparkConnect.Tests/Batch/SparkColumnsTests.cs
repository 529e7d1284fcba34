using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.SparkConnect.Batch;
using Chartwright.SparkConnect.Protocol;

namespace Chartwright.SparkConnect.Tests.Batch;

public sealed class SparkColumnsTests
{
    public static TheoryData<string, DataType> Types => new()
    {
        { "BOOLEAN", new() { Boolean = new() } },
        { "TINYINT", new() { Byte = new() } },
        { "SMALLINT", new() { Short = new() } },
        { "INTEGER", new() { Integer = new() } },
        { "BIGINT", new() { Long = new() } },
        { "FLOAT", new() { Float = new() } },
        { "DOUBLE", new() { Double = new() } },
        { "DECIMAL(18,2)", new() { Decimal = new() { Precision = 18, Scale = 2 } } },
        { "DECIMAL(10,0)", new() { Decimal = new() } },
        { "VARCHAR", new() { String = new() } },
        { "VARCHAR", new() { VarChar = new() } },
        { "BLOB", new() { Binary = new() } },
        { "DATE", new() { Date = new() } },
        { "TIMESTAMP WITH TIME ZONE", new() { Timestamp = new() } },
        { "TIMESTAMP", new() { TimestampNtz = new() } },
        { "BIGINT[]", new() { Array = new() { ElementType = new() { Long = new() } } } },
        { "MAP(VARCHAR, DATE)", new() { Map = new() { KeyType = new() { String = new() }, ValueType = new() { Date = new() } } } },
        { "STRUCT(\"a\"\"b\" INTEGER)", new() { Struct = new() { Fields = { new DataType.Types.StructField { Name = "a\"b", DataType = new() { Integer = new() } } } } } },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Check_Type_HasDuckDbsName(string name, DataType type) => Assert.Equal(name, SparkColumns.Check(Schema(("x", type)), BatchFormat.Parquet).Single().Type);

    public static TheoryData<DataType> Misfits =>
    [
        new DataType(),
        new DataType { Null = new() },
        new DataType { CalendarInterval = new() },
        new DataType { DayTimeInterval = new() },
        new DataType { Variant = new() },
        new DataType { Time = new() },
        new DataType { Udt = new() },
        new DataType { Array = new() { ElementType = new() { Null = new() } } },
        new DataType { Struct = new() },
    ];

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Check_TypeThatNoFileCarries_IsNamed(DataType type)
    {
        var failure = Assert.Throws<QueryException>(() => SparkColumns.Check(Schema(("odd", type)), BatchFormat.Parquet));

        Assert.Contains("\"odd\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ListInCsv_IsRefused() =>
        Assert.Throws<QueryException>(() => SparkColumns.Check(Schema(("x", new() { Array = new() { ElementType = new() { Long = new() } } })), BatchFormat.Csv));

    private static DataType Schema(params (string Name, DataType Type)[] columns) =>
        new() { Struct = new() { Fields = { columns.Select(column => new DataType.Types.StructField { Name = column.Name, DataType = column.Type }) } } };
}
