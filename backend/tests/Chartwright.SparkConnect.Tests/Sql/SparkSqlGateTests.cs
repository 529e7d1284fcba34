using Chartwright.Core.Errors;
using Chartwright.SparkConnect.Sql;
using CsCheck;

namespace Chartwright.SparkConnect.Tests.Sql;

public sealed class SparkSqlGateTests
{
    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("select a, b from t join u using (id);")]
    [InlineData("WITH a AS (SELECT 1) SELECT * FROM a ORDER BY 1")]
    [InlineData("SELECT 'it''s; ok -- no' AS x")]
    [InlineData("SELECT transform(array(1,2), x -> x + 1)")]
    [InlineData("SELECT /*+ BROADCAST(t) */ * FROM t")]
    [InlineData("(SELECT 1) UNION ALL (SELECT 2)")]
    [InlineData("SELECT 'reflect(1)' AS `reflect`")]
    [InlineData("SELECT 1 -- trailing reflect(")]
    [InlineData("VALUES (1), (2)")]
    [InlineData("FROM t |> WHERE x > 1 |> SELECT y")]
    [InlineData("SELECT '\\'', 1")]
    [InlineData("SELECT r'\\d+' AS re, R\"\\\" AS b")]
    [InlineData("TABLE t")]
    [InlineData("SELECT größe, 数量 FROM t")]
    [InlineData("SELECT * FROM `a`.`b``c`; ;")]
    [InlineData("SELECT e.a['$.b'], a:b, x::int, b % 2, ~c FROM t e /* note */ WHERE d = \"x\"")]
    [InlineData("SELECT '😀', `😀` FROM t")]
    public void Check_Query_PassesWithItsPositions(string sql)
    {
        var passed = SparkSqlGate.Check(sql);

        Assert.Equal(sql.Length, passed.Length);
        Assert.Equal(passed, SparkSqlGate.Check(passed));
    }

    [Theory]
    [InlineData("DROP TABLE t", ErrorCode.SqlNotReadOnly)]
    [InlineData("INSERT INTO t SELECT 1", ErrorCode.SqlNotReadOnly)]
    [InlineData("SELECT 1; DROP TABLE t", ErrorCode.SqlNotReadOnly)]
    [InlineData("SET a=b", ErrorCode.SqlNotReadOnly)]
    [InlineData("EXPLAIN SELECT 1", ErrorCode.SqlNotReadOnly)]
    [InlineData("BEGIN SELECT 1; END", ErrorCode.SqlNotReadOnly)]
    [InlineData("EXECUTE IMMEDIATE 'DROP TABLE t'", ErrorCode.SqlNotReadOnly)]
    [InlineData("CALL p()", ErrorCode.SqlNotReadOnly)]
    [InlineData("ADD JAR 'x'", ErrorCode.SqlNotReadOnly)]
    [InlineData("'SELECT' 1", ErrorCode.SqlNotReadOnly)]
    [InlineData("`SELECT` 1", ErrorCode.SqlNotReadOnly)]
    [InlineData("", ErrorCode.SqlNotReadOnly)]
    [InlineData(" ; ", ErrorCode.SqlNotReadOnly)]
    [InlineData("-- only", ErrorCode.SqlNotReadOnly)]
    [InlineData("SELECT 1 -- \n;\nSELECT 2", ErrorCode.SqlNotReadOnly)]
    [InlineData("-- \\\n ' \nSELECT 1; SELECT reflect('a','b') -- '", ErrorCode.SqlNotReadOnly)]
    [InlineData("/* x", ErrorCode.SqlSyntax)]
    [InlineData("SELECT 'a", ErrorCode.SqlSyntax)]
    [InlineData("SELECT 'a\\'", ErrorCode.SqlSyntax)]
    [InlineData("SELECT 'a\\", ErrorCode.SqlSyntax)]
    [InlineData("SELECT `a", ErrorCode.SqlSyntax)]
    [InlineData("SELECT 1) AS q, (SELECT 2", ErrorCode.SqlSyntax)]
    [InlineData("SELECT (1", ErrorCode.SqlSyntax)]
    [InlineData("/* a /* b */ */ SELECT 1", ErrorCode.SqlForbidden)]
    [InlineData("SELECT reflect('java.lang.System','exit',0)", ErrorCode.SqlForbidden)]
    [InlineData("SELECT `reflect` ('a','b')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT \"reflect\" ('a','b')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT system.builtin.java_method('a','b')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT try_reflect/* */('a','b')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT IDENTIFIER('ref' || 'lect')('a')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT \u0131dentifier('ref' || 'lect')('a')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT TRANSFORM(a) U\u017Fing 'rm -rf /' FROM t", ErrorCode.SqlForbidden)]
    [InlineData("SELECT TRANSFORM(a) USING 'rm -rf /' FROM t", ErrorCode.SqlForbidden)]
    [InlineData("FROM t MAP a USING \"cat\"", ErrorCode.SqlForbidden)]
    [InlineData("FROM t REDUCE a USING r'cat'", ErrorCode.SqlForbidden)]
    [InlineData("SELECT TRANSFORM(a) USING $$cat$$ FROM t", ErrorCode.SqlForbidden)]
    [InlineData("SELECT '${env:SECRET}'", ErrorCode.SqlForbidden)]
    [InlineData("SELECT r'\\', reflect('a','b')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT * FROM csv.`/etc/passwd`", ErrorCode.SqlForbidden)]
    [InlineData("SELECT * FROM text . `s3a://bucket/key`", ErrorCode.SqlForbidden)]
    [InlineData("SELECT * FROM read_files('/etc')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT 1\u0000", ErrorCode.SqlForbidden)]
    [InlineData("SELECT '\u0000'", ErrorCode.SqlForbidden)]
    [InlineData("SELECT 1\u000B", ErrorCode.SqlForbidden)]
    [InlineData("SELECT reflect\u200B('a','b')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT reflect\uFEFF('a','b')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT \uD800", ErrorCode.SqlForbidden)]
    public void Check_AnythingElse_IsRefused(string sql, ErrorCode code) =>
        Assert.Equal(code, Assert.Throws<QueryException>(() => SparkSqlGate.Check(sql)).Code);

    [Fact]
    public void Check_NestsTooDeep_IsRefused()
    {
        Assert.Throws<QueryException>(() => SparkSqlGate.Check($"SELECT {new string('(', 501)}1{new string(')', 501)}"));
        Assert.Throws<QueryException>(() => SparkSqlGate.Check($"SELECT {new string(' ', SparkSqlGate.MaxLength)}"));
    }

    [Fact]
    public void Check_Comments_BecomeSpaces() =>
        Assert.Equal("SELECT 1         \n , 2   \r\n    ", SparkSqlGate.Check("SELECT 1 -- one '\n , 2 /*\r\n*/ ;"));

    [Fact]
    public void Check_Refusal_NamesThePlace()
    {
        var refusal = Assert.Throws<QueryException>(() => SparkSqlGate.Check("SELECT a,\n  reflect('x')"));

        Assert.Equal((12, 2, 3), (refusal.Details!["position"], refusal.Details["line"], refusal.Details["column"]));
    }

    /// <summary>Whatever comes in: a refusal, or a text of the same length that passes again unchanged and holds no comment, no second statement and no forbidden call.</summary>
    [Fact]
    public void Check_AnyText_HoldsItsPromises()
    {
        string[] pieces =
        [
            "SELECT ", "WITH ", "FROM t ", "(", ")", ";", "'", "\"", "`", "\\", "--", "\n", "\r\n", "/*", "*/", "/*+", "r'", "reflect", "identifier", "USING ", ".", "$", "${", "\u0131", "\u017F", "\u200B", "\0", "😀", "\uD83D", "x", "1", " ", ",",
        ];
        Gen.Int[0, pieces.Length - 1].Select(at => pieces[at]).Array[0, 14].Select(parts => "SELECT " + string.Concat(parts)).Sample(
            sql =>
            {
                string passed;
                try
                {
                    passed = SparkSqlGate.Check(sql);
                }
                catch (QueryException)
                {
                    return true;
                }
                var tokens = SparkSqlLexer.Read(passed).Tokens;
                return passed.Length == sql.Length
                    && SparkSqlGate.Check(passed) == passed
                    && !tokens.Any(token => token.Is(';'))
                    && !tokens.Zip(tokens.Skip(1)).Any(pair => pair.First.Value is "REFLECT" or "IDENTIFIER" && pair.Second.Is('('));
            },
            iter: 20_000,
            threads: 1);
    }
}
