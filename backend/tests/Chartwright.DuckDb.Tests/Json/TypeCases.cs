using System.Globalization;
using System.Numerics;
using CsCheck;

namespace Chartwright.DuckDb.Tests.Json;

internal static class TypeCases
{
    private static readonly Gen<BigInteger> Wide =
        Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[0, 127], (high, low, shift) => ((BigInteger)high << 64 | low) >> shift);

    public static IReadOnlyDictionary<string, TypeCase> All { get; } = Numbers().Concat(Texts()).Concat(Times()).ToDictionary(test => test.Type);

    private static IEnumerable<TypeCase> Numbers()
    {
        yield return Integer("TINYINT", "-128", "127", Gen.SByte.Select(value => (BigInteger)value));
        yield return Integer("SMALLINT", "-32768", "32767", Gen.Short.Select(value => (BigInteger)value));
        yield return Integer("INTEGER", "-2147483648", "2147483647", Gen.Int.Select(value => (BigInteger)value));
        yield return Integer("BIGINT", "-9223372036854775808", "9223372036854775807", Gen.Long.Select(value => (BigInteger)value));
        yield return Integer("HUGEINT", "-170141183460469231731687303715884105728", "170141183460469231731687303715884105727",
            Wide.Select(Gen.Bool, (value, isNegative) => isNegative ? -(value >> 1) : value >> 1));
        yield return Integer("UTINYINT", "0", "255", Gen.Byte.Select(value => (BigInteger)value));
        yield return Integer("USMALLINT", "0", "65535", Gen.UShort.Select(value => (BigInteger)value));
        yield return Integer("UINTEGER", "0", "4294967295", Gen.UInt.Select(value => (BigInteger)value));
        yield return Integer("UBIGINT", "0", "18446744073709551615", Gen.ULong.Select(value => (BigInteger)value));
        yield return Integer("UHUGEINT", "0", "340282366920938463463374607431768211455", Wide);
        yield return new("BIGNUM", ["'0'::BIGNUM", $"'{new string('9', 60)}'::BIGNUM"], Wide.Select(value => $"'{value}'::BIGNUM"), Quoted);

        yield return Decimal(4, 1);
        yield return Decimal(9, 4);
        yield return Decimal(15, 15);
        yield return Decimal(18, 2);
        yield return Decimal(38, 10);
        yield return Decimal(38, 0);

        string[] floats = ["'nan'", "'inf'", "'-inf'", "0", "'-0'", "1e-5", "123456.789", "0.1", "1e20", "1e15", "1e16", "0.30000000000000004"];
        yield return new("DOUBLE", [.. floats.Append("1.7976931348623157e308").Append("5e-324").Select(value => $"{value}::DOUBLE")],
            Gen.OneOf(Gen.Double, Gen.Double[-1e6, 1e6], Gen.Int[-100_000_000, 100_000_000].Select(value => value / 100.0))
                .Select(value => $"'{value.ToString("R", CultureInfo.InvariantCulture)}'::DOUBLE"),
            text => IsFinite(text) ? double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) : "null");
        yield return new("FLOAT", [.. floats.Append("3.4028235e38").Append("1e-45").Select(value => $"{value}::FLOAT")],
            Gen.Float.Select(value => $"'{value.ToString("R", CultureInfo.InvariantCulture)}'::FLOAT"),
            text => IsFinite(text) ? float.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) : "null");
        yield return new("BOOLEAN", ["true", "false"], Gen.Bool.Select(value => value ? "true" : "false"), text => text);
    }

    private static IEnumerable<TypeCase> Texts()
    {
        yield return new("BLOB", ["''::BLOB", "'\\x00\\xFF'::BLOB"], Gen.Byte.Array[0, 40].Select(bytes => $"from_hex('{Convert.ToHexString(bytes)}')"),
            hex => Quoted(Convert.ToBase64String(Convert.FromHexString(hex))), "hex(v)");
        yield return new("BIT", ["'0'::BIT", "'1'::BIT", "'10101010'::BIT"],
            Gen.Bool.Array[1, 70].Select(bits => $"'{string.Concat(bits.Select(bit => bit ? '1' : '0'))}'::BIT"), Quoted);
        yield return new("UUID", ["'00000000-0000-0000-0000-000000000000'::UUID", "'ffffffff-ffff-ffff-ffff-ffffffffffff'::UUID"],
            Gen.Guid.Select(value => $"'{value}'::UUID"), Quoted);
        yield return new("ENUM('a', 'b\"c', 'é')", ["'a'::ENUM('a', 'b\"c', 'é')"], Gen.Int[0, 2].Select(code => new[] { "a", "b\"c", "é" }[code]).Select(label => $"'{label}'::ENUM('a', 'b\"c', 'é')"),
            text => Quoted(text.Replace("\"", "\\\"", StringComparison.Ordinal)));
        yield return new("JSON", ["'null'::JSON", "'{\"a\":[1]}'::JSON"], Gen.Int.Select(value => $"'[{value}]'::JSON"),
            text => Quoted(text.Replace("\"", "\\\"", StringComparison.Ordinal)));
        yield return new("VARIANT", ["1::VARIANT"], Gen.Int.Select(value => $"{value}::VARIANT"), Quoted);
    }

    private static IEnumerable<TypeCase> Times()
    {
        yield return new("DATE", ["'infinity'::DATE", "'-infinity'::DATE", "'5877642-06-25 (BC)'::DATE", "'5881580-07-10'::DATE", "'0044-03-15 (BC)'::DATE", "'0001-01-01'::DATE", "'9999-12-31'::DATE", "'10000-01-01'::DATE"],
            Gen.OneOf(Gen.Int[-800_000, 3_000_000], Gen.Int[-40_000, 40_000]).Select(days => $"DATE '1970-01-01' + {days}"), text => Quoted(Iso.Of(text)));
        yield return new("TIME", ["'00:00:00'::TIME", "'23:59:59.999999'::TIME", "'24:00:00'::TIME"],
            Gen.Long[0, 86_399_999_999].Select(micros => $"TIME '00:00:00' + to_microseconds({micros})"), Quoted);
        yield return new("TIME_NS", ["'00:00:00'::TIME_NS", "'23:59:59.999999999'::TIME_NS"],
            Gen.Long[0, 86_399_999_999_999].Select(nanos => $"'{Clock(nanos)}'::TIME_NS"), Quoted);
        // DuckDB prints +10:00:42 as +10:42, which reads as 42 minutes: such offsets are left out here and tested by value
        yield return new("TIMETZ", ["'00:00:00+15:59:59'::TIMETZ", "'24:00:00-15:59:59'::TIMETZ", "'12:00:00+02'::TIMETZ"],
            Gen.Select(Gen.Int[0, 86_399], Gen.Int[-57_599, 57_599].Where(offset => Math.Abs(offset) % 3600 is 0 or >= 60)).Select((second, offset) => $"'{Clock(second * 1_000_000_000L)}{(offset < 0 ? '-' : '+')}{Clock(Math.Abs(offset) * 1_000_000_000L)[..8]}'::TIMETZ"), Quoted);
        yield return new("TIMESTAMP", ["'infinity'::TIMESTAMP", "'-infinity'::TIMESTAMP", "make_timestamp(-9223372022400000000)", "make_timestamp(9223372036854775806)", "'1969-12-31 23:59:59.999999'::TIMESTAMP"],
            Gen.OneOf(Gen.Long[-60_000_000_000_000_000, 60_000_000_000_000_000], Gen.Long[-2_000_000_000, 2_000_000_000].Select(seconds => seconds * 1_000_000)).Select(micros => $"make_timestamp({micros})"), text => Quoted(Iso.Of(text)));
        yield return Timestamp("TIMESTAMP_S", "'290308-12-21 (BC) 00:00:00'", Gen.Long[-10_000_000_000, 10_000_000_000].Select(seconds => $"make_timestamp({seconds}::BIGINT * 1000000)"));
        yield return Timestamp("TIMESTAMP_MS", "'294247-01-10 04:00:54.775'", Gen.Long[-60_000_000_000_000, 60_000_000_000_000].Select(millis => $"make_timestamp({millis}::BIGINT * 1000)"));
        yield return new("TIMESTAMP_NS", ["'infinity'::TIMESTAMP_NS", "make_timestamp_ns(-9223286400000000000)", "make_timestamp_ns(9223372036854775806)"],
            Gen.Long[-9_000_000_000_000_000_000, 9_000_000_000_000_000_000].Select(nanos => $"make_timestamp_ns({nanos})"), text => Quoted(Iso.Of(text)));
        yield return new("TIMESTAMPTZ", ["'infinity'::TIMESTAMPTZ", "'2017-01-31 12:00:00+02'::TIMESTAMPTZ"],
            Gen.Long[-60_000_000_000_000_000, 60_000_000_000_000_000].Select(micros => $"to_timestamp({micros} / 1000000)"), text => Quoted(Iso.Of(text)));
        yield return new("INTERVAL", ["INTERVAL 0 DAY", "INTERVAL '1 year 2 months 3 days 04:05:06.5'", "INTERVAL '-1 month -1 day -1 microsecond'", "to_microseconds(9223372036854775807)", "to_hours(-100)"],
            Gen.Select(Gen.Int[-5000, 5000], Gen.Int[-5000, 5000], Gen.Long[-1_000_000_000_000, 1_000_000_000_000])
                .Select((months, days, micros) => $"to_months({months}) + to_days({days}) + to_microseconds({micros})"), Quoted);
    }

    private static TypeCase Integer(string type, string min, string max, Gen<BigInteger> values) => new(
        type, [.. new[] { min, max, "0", "1", "9007199254740991", "9007199254740992", "-9007199254740991", "-9007199254740992" }.Where(edge => InRange(edge, min, max)).Select(edge => $"'{edge}'::{type}")],
        values.Select(value => $"'{value}'::{type}"),
        text => BigInteger.Abs(BigInteger.Parse(text, CultureInfo.InvariantCulture)) < BigInteger.Pow(2, 53) ? text : Quoted(text));

    private static bool InRange(string edge, string min, string max) =>
        BigInteger.Parse(edge, CultureInfo.InvariantCulture) is var value && value >= BigInteger.Parse(min, CultureInfo.InvariantCulture) && value <= BigInteger.Parse(max, CultureInfo.InvariantCulture);

    private static TypeCase Decimal(int width, int scale)
    {
        string Literal(BigInteger unscaled) => $"'{(unscaled.Sign < 0 ? "-" : "")}{BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0').Insert(Math.Max(scale + 1, BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).Length) - scale, ".")}'::DECIMAL({width},{scale})";
        var max = BigInteger.Pow(10, width) - 1;
        return new($"DECIMAL({width},{scale})", [Literal(max), Literal(-max), Literal(0), Literal(1), Literal(-1)],
            Wide.Select(Gen.Bool, (value, isNegative) => Literal((isNegative ? -1 : 1) * (value % (max + 1)))), DecimalJson);
    }

    private static string DecimalJson(string text)
    {
        var json = text.StartsWith('.') || text.StartsWith("-.", StringComparison.Ordinal) ? text.Replace(".", "0.", StringComparison.Ordinal) : text;
        var significant = (json.Contains('.', StringComparison.Ordinal) ? json.TrimEnd('0') : json).Count(char.IsAsciiDigit) - LeadingZeros(json);
        return significant <= 15 ? json : Quoted(json);
    }

    private static int LeadingZeros(string text) => text.TrimStart('-').TakeWhile(c => c is '0' or '.').Count(c => c == '0');

    private static TypeCase Timestamp(string type, string edge, Gen<string> timestamps) => new(
        type, [$"'infinity'::{type}", $"{edge}::{type}"], timestamps.Select(value => $"({value})::{type}"), text => Quoted(Iso.Of(text)));

    private static string Clock(long nanos) => $"{nanos / 3_600_000_000_000:00}:{nanos / 60_000_000_000 % 60:00}:{nanos / 1_000_000_000 % 60:00}.{nanos % 1_000_000_000:000000000}";

    private static bool IsFinite(string text) => !text.EndsWith("inf", StringComparison.Ordinal) && !text.EndsWith("nan", StringComparison.Ordinal);

    private static string Quoted(string text) => $"\"{text}\"";
}
