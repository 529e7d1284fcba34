using Chartwright.Core.Errors;

namespace Chartwright.SparkConnect.Sql;

/// <summary>Lets one plain query through to a cluster and nothing else. Nothing unchecked may reach the server in any call: analysing a plan can already run commands.</summary>
/// <remarks>The first of two walls: the second is <see cref="Wrap"/>, in which Spark's grammar allows a query only.</remarks>
public static class SparkSqlGate
{
    public const int MaxLength = 1 << 20;

    /// <summary>Lines that <see cref="Wrap"/> puts before the query.</summary>
    public const int LinesBefore = 1;

    private const int MaxDepth = 500; // Spark's parser recurses

    private static readonly HashSet<string> FirstWords = ["SELECT", "WITH", "FROM", "VALUES", "TABLE", "("];

    /// <summary>They run code, build a name the gate cannot see, or reach files, the network and secrets.</summary>
    private static readonly HashSet<string> ForbiddenCalls =
    [
        "REFLECT", "JAVA_METHOD", "TRY_REFLECT", "IDENTIFIER",
        "READ_FILES", "READ_KAFKA", "REMOTE_QUERY", "HTTP_REQUEST", "AI_QUERY", "SECRET", "TRY_SECRET",
    ];

    /// <summary>Checks a statement.</summary>
    /// <returns>What may be sent: comments and a trailing semicolon as spaces, so that every position stays.</returns>
    /// <exception cref="QueryException"><see cref="ErrorCode.SqlSyntax"/>, <see cref="ErrorCode.SqlNotReadOnly"/> or <see cref="ErrorCode.SqlForbidden"/>.</exception>
    public static string Check(string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        if (sql.Length > MaxLength) throw new QueryException(ErrorCode.SqlForbidden, $"A statement for Spark has at most {MaxLength} characters.");
        if (sql.IndexOf("${", StringComparison.Ordinal) is var variable && variable >= 0) throw SqlRefusal.At(sql, variable, ErrorCode.SqlForbidden, "variables written as ${…} are not allowed");
        var (tokens, blanked) = SparkSqlLexer.Read(sql);
        var count = tokens.Count;
        while (count > 0 && tokens[count - 1].Is(';')) blanked[tokens[--count].Start] = ' ';
        if (count == 0) throw new QueryException(ErrorCode.SqlNotReadOnly, "The statement is empty.");
        if (tokens[0].Kind is SparkTokenKind.Text or SparkTokenKind.QuotedName || !FirstWords.Contains(tokens[0].Value))
            throw SqlRefusal.At(sql, tokens[0].Start, ErrorCode.SqlNotReadOnly, "only a query may run on Spark; begin with SELECT or WITH");
        CheckTokens(sql, tokens, count);
        return blanked.ToString();
    }

    /// <summary>The checked query as the only thing a statement may hold. The line feed before the parenthesis ends a comment that the gate did not see.</summary>
    public static string Wrap(string checkedSql) => $"SELECT * FROM (\n{checkedSql}\n) AS q";

    private static void CheckTokens(string sql, IReadOnlyList<SparkToken> tokens, int count)
    {
        var depth = 0;
        for (var at = 0; at < count; at++)
        {
            var token = tokens[at];
            var next = at + 1 < count ? tokens[at + 1] : default;
            if (token.Is(';')) throw SqlRefusal.At(sql, token.Start, ErrorCode.SqlNotReadOnly, "exactly one statement is run");
            if (token.Is('(') && ++depth > MaxDepth) throw SqlRefusal.At(sql, token.Start, ErrorCode.SqlForbidden, $"parentheses nest deeper than {MaxDepth}");
            if (token.Is(')') && --depth < 0) throw SqlRefusal.At(sql, token.Start, ErrorCode.SqlSyntax, "')' closes nothing");
            if (next.Value is not null) CheckPair(sql, token, next);
        }
        if (depth > 0) throw SqlRefusal.At(sql, sql.Length, ErrorCode.SqlSyntax, "a '(' is not closed");
    }

    private static void CheckPair(string sql, SparkToken token, SparkToken next)
    {
        if (next.Is('(') && token.Kind is SparkTokenKind.Word or SparkTokenKind.QuotedName && ForbiddenCalls.Contains(token.Value))
            throw SqlRefusal.At(sql, token.Start, ErrorCode.SqlForbidden, $"the function {token.Value.ToLowerInvariant()} is not allowed");
        if (next.Is('(') && token.Kind is SparkTokenKind.Text && token.Value[^1] is '"')
            throw SqlRefusal.At(sql, token.Start, ErrorCode.SqlForbidden, "a function's name is not written in double quotes");
        if (token is { Kind: SparkTokenKind.Word, Value: "USING" } && next.Kind is SparkTokenKind.Text)
            throw SqlRefusal.At(sql, token.Start, ErrorCode.SqlForbidden, "a query cannot run a program (USING 'program')");
        if (token.Is('.') && next.Kind is SparkTokenKind.QuotedName && next.Value.AsSpan().ContainsAny('/', '\\', ':'))
            throw SqlRefusal.At(sql, next.Start, ErrorCode.SqlForbidden, "a file cannot be queried by its path; name a table");
    }
}
