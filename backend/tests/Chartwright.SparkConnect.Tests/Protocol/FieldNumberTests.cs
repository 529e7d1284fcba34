using Chartwright.SparkConnect.Protocol;
using Google.Protobuf.Reflection;

namespace Chartwright.SparkConnect.Tests.Protocol;

/// <summary>Our protos against the protocol's own table (<c>field-numbers.txt</c>, made from Spark's files of 3.5 to 4.3): number, name, type, label and oneof of each field.</summary>
public sealed class FieldNumberTests
{
    private static readonly FileDescriptor[] Files = [BaseReflection.Descriptor, RelationsReflection.Descriptor, TypesReflection.Descriptor];

    private static readonly Dictionary<string, HashSet<string>> Table = ReadTable();

    [Fact]
    public void EveryField_IsTheProtocols()
    {
        var ours = Files.SelectMany(file => file.MessageTypes).SelectMany(Nested).Where(message => message.Fields.InDeclarationOrder().Count > 0).ToList();

        var wrong = ours.SelectMany(message => message.Fields.InDeclarationOrder().Select(field => (Name: NameOf(message), Row: Describe(field))))
            .Where(field => !IsInTable(field.Name, field.Row))
            .Select(field => $"{field.Name}: {field.Row}");

        Assert.Empty(wrong);
        Assert.True(ours.Count > 40);
    }

    [Fact]
    public void EveryEnumValue_IsTheProtocols()
    {
        var enums = Files.SelectMany(file => file.MessageTypes).SelectMany(Nested).SelectMany(message => message.EnumTypes).ToList();

        var wrong = enums.SelectMany(type => type.Values.Select(value => (Name: NameOf(type), Row: $"{value.Number} {value.Name}"))).Where(value => !IsInTable(value.Name, value.Row));

        Assert.Empty(wrong);
        Assert.Equal(4, enums.Count);
    }

    [Fact]
    public void Service_HasSparksNameAndMethods()
    {
        var service = SparkConnectService.Descriptor;

        Assert.Equal("spark.connect.SparkConnectService", service.FullName);
        Assert.Equal(
            ["AnalyzePlan", "Config", "ExecutePlan>", "FetchErrorDetails", "Interrupt", "ReattachExecute>", "ReleaseExecute", "ReleaseSession"],
            service.Methods.Select(method => method.Name + (method.IsServerStreaming ? ">" : "")).Order(StringComparer.Ordinal));
    }

    private static bool IsInTable(string name, string row) => Table.TryGetValue(name, out var rows) && rows.Contains(row);

    private static IEnumerable<MessageDescriptor> Nested(MessageDescriptor message) =>
        message.IsMapEntry ? [] : [message, .. message.NestedTypes.SelectMany(Nested)];

    private static string NameOf(IDescriptor type) => type.FullName["spark.connect.".Length..];

    private static string Describe(FieldDescriptor field)
    {
        var label = field.IsMap ? "" : field.IsRepeated ? "rep " : field.RealContainingOneof is null && field.HasPresence && field.FieldType is not FieldType.Message ? "opt " : "";
        var oneof = field.RealContainingOneof is { } choice ? $" ‹{choice.Name}›" : "";
        return $"{field.FieldNumber} `{field.Name}` {label}{TypeOf(field)}{oneof}";
    }

    private static string TypeOf(FieldDescriptor field) => field switch
    {
        { IsMap: true } => $"map<{TypeOf(field.MessageType.FindFieldByNumber(1))},{TypeOf(field.MessageType.FindFieldByNumber(2))}>",
        { FieldType: FieldType.Message } => ShortName(NameOf(field.MessageType)),
        { FieldType: FieldType.Enum } => ShortName(NameOf(field.EnumType)),
        _ => field.FieldType.ToString().ToLowerInvariant(),
    };

    private static string ShortName(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static Dictionary<string, HashSet<string>> ReadTable()
    {
        using var reader = new StreamReader(typeof(FieldNumberTests).Assembly.GetManifestResourceStream("Chartwright.SparkConnect.Tests.Protocol.field-numbers.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':', 2))
            .ToDictionary(line => line[0], line => line[1].Split(';', StringSplitOptions.TrimEntries).Select(Normalise).ToHashSet());
    }

    // the table says "opt" of messages too, which always have presence, and names nested types in full
    private static string Normalise(string row)
    {
        var parts = row.Split(' ');
        if (parts.Length < 3) return row;
        var type = Array.FindIndex(parts, 2, part => part is not ("opt" or "rep"));
        if (!parts[type].StartsWith("map<", StringComparison.Ordinal)) parts[type] = ShortName(parts[type]);
        return string.Join(' ', char.IsUpper(parts[type][0]) && parts[2] is "opt" ? parts.Where(part => part is not "opt") : parts);
    }
}
