using Chartwright.Query.Guard;

namespace Chartwright.Query.Tests.Guard;

public sealed class SqlNormalizerTests
{
    [Theory]
    [InlineData("  SELECT\n\t1 ;", "SELECT 1")]
    [InlineData("SELECT 1 -- why\n, 2", "SELECT 1 , 2")]
    [InlineData("SELECT/* a /* b */ c */1", "SELECT 1")]
    [InlineData("SELECT 'a  b -- c'  ;;", "SELECT 'a  b -- c'")]
    [InlineData("SELECT 'it''s  x'   AS a", "SELECT 'it''s  x' AS a")]
    [InlineData("SELECT \"a  b\"  FROM t", "SELECT \"a  b\" FROM t")]
    [InlineData("SELECT E'\\'  x'  , 1", "SELECT E'\\'  x' , 1")]
    [InlineData("SELECT $$a  b$$  , $t$ ' $t$  , $name  ", "SELECT $$a  b$$ , $t$ ' $t$ , $name")]
    [InlineData("SELECT 'open   ", "SELECT 'open")]
    [InlineData("SELECT 1 /* open   ", "SELECT 1 /* open")]
    public void Normalize_AnyText_KeepsWhatStandsInQuotes(string sql, string expected)
    {
        Assert.Equal(expected, SqlNormalizer.Normalize(sql));
    }
}
