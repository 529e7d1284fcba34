using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chartwright.SparkConnect.Protocol;
using Grpc.Core;
using ChainLink = Chartwright.SparkConnect.Protocol.FetchErrorDetailsResponse.Types.Error;

namespace Chartwright.SparkConnect.Errors;

/// <summary>Reads a failed call: the chain of FetchErrorDetails where there is one, else the status with its details, else the words of the message.</summary>
/// <remarks>Spark answers INTERNAL for every exception of its own; old servers and Sail send neither error class nor SQLSTATE.</remarks>
internal static partial class SparkFaultReader
{
    public static SparkFault Read(RpcException failure, FetchErrorDetailsResponse? details)
    {
        var chain = ReadChain(details);
        var facts = SparkStatus.ReadFacts(failure);
        var named = chain.LastOrDefault(link => link.SparkThrowable?.ErrorClass is { Length: > 0 });
        var message = named?.Message ?? chain.FirstOrDefault()?.Message ?? failure.Status.Detail;
        var errorClass = named?.SparkThrowable.ErrorClass ?? facts.GetValueOrDefault("errorClass") ?? Match(LeadingClass, message);
        var sqlState = Filled(named?.SparkThrowable.SqlState) ?? facts.GetValueOrDefault("sqlState") ?? Match(TrailingState, message);
        var deepest = chain.Count > 0 ? chain[^1].Message : failure.Status.Detail;
        var javaClass = SparkStatus.FindJavaClass(failure);
        var kind = Sort(failure, errorClass, sqlState, $"{message}\n{deepest}\n{javaClass}", javaClass);
        return new(kind, errorClass, sqlState, message, FindPosition(named?.SparkThrowable, message))
        {
            Cause = deepest,
            Parameters = named?.SparkThrowable.MessageParameters.ToDictionary() ?? ReadParameters(facts),
        };
    }

    /// <summary>From the outermost exception to the deepest cause; a ring or an index out of range ends it.</summary>
    private static List<ChainLink> ReadChain(FetchErrorDetailsResponse? details)
    {
        List<ChainLink> chain = [];
        if (details is not { HasRootErrorIdx: true }) return chain;
        for (int? at = details.RootErrorIdx; at is { } index && index >= 0 && index < details.Errors.Count && chain.Count < details.Errors.Count;)
        {
            chain.Add(details.Errors[index]);
            at = details.Errors[index].HasCauseIdx ? details.Errors[index].CauseIdx : null;
        }
        return chain;
    }

    private static SparkFaultKind Sort(RpcException failure, string? errorClass, string? sqlState, string words, string? javaClass) => failure.StatusCode switch
    {
        StatusCode.Unauthenticated or StatusCode.PermissionDenied => SparkFaultKind.Unauthorized,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled => SparkFaultKind.Unavailable,
        StatusCode.Internal when NoConnection.IsMatch(failure.Status.Detail) => SparkFaultKind.Unavailable,
        _ when errorClass is "OPERATION_CANCELED" || sqlState is "HY008" => SparkFaultKind.Cancelled,
        _ when errorClass is not null && (errorClass.StartsWith("INVALID_HANDLE.", StringComparison.Ordinal) || errorClass.StartsWith("INVALID_CURSOR.", StringComparison.Ordinal)) => SparkFaultKind.Lost,
        _ when errorClass is "TASK_WRITE_FAILED" or "PATH_ALREADY_EXISTS" or "DATA_SOURCE_NOT_FOUND" || StorageWords.IsMatch(words) => SparkFaultKind.Storage,
        _ when sqlState is ['2', '2', ..] or ['4', '2', ..] or ['0', 'A', ..] or ['2', '1', ..] or ['5', '4', ..] or "P0001" => SparkFaultKind.Statement,
        StatusCode.ResourceExhausted => SparkFaultKind.Statement,
        _ when sqlState is null && javaClass is not null && StatementClasses.IsMatch(javaClass) => SparkFaultKind.Statement,
        _ => SparkFaultKind.Server,
    };

    private static SparkPosition? FindPosition(FetchErrorDetailsResponse.Types.SparkThrowable? throwable, string message)
    {
        var context = throwable?.QueryContexts.LastOrDefault(context => context.ContextType is FetchErrorDetailsResponse.Types.QueryContext.Types.ContextType.Sql);
        var place = context is null ? ParsePlace.Match(message) : SummaryPlace.Match(context.Summary);
        if (!place.Success) place = SummaryPlace.Match(message);
        if (!place.Success || !int.TryParse(place.Groups["line"].Value, CultureInfo.InvariantCulture, out var line) || !int.TryParse(place.Groups["column"].Value, CultureInfo.InvariantCulture, out var column)) return null;
        return new(line, place.Groups["zero"].Success ? column + 1 : column);
    }

    private static Dictionary<string, string> ReadParameters(IReadOnlyDictionary<string, string> facts)
    {
        try
        {
            return facts.TryGetValue("messageParameters", out var json) ? JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Match(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    [GeneratedRegex(@"^\s*\[([A-Z0-9_]+(?:\.[A-Z0-9_]+)*)\]")]
    private static partial Regex LeadingClass { get; }

    [GeneratedRegex(@"SQLSTATE: ([0-9A-Z]{5})")]
    private static partial Regex TrailingState { get; }

    /// <summary>The parser's: lines from 1, positions from 0.</summary>
    [GeneratedRegex(@"\(line (?<line>\d{1,7}), pos(?<zero>) (?<column>\d{1,7})\)")]
    private static partial Regex ParsePlace { get; }

    [GeneratedRegex(@"== SQL.{0,80}\(line (?<line>\d{1,7}), position (?<column>\d{1,7})\)")]
    private static partial Regex SummaryPlace { get; }

    /// <summary>Our own side's words: no TLS there, or a certificate that is not trusted.</summary>
    [GeneratedRegex("^Error starting gRPC call")]
    private static partial Regex NoConnection { get; }

    [GeneratedRegex("No space left on device|Mkdirs failed|Permission denied|ParentNotDirectory|Parent path is not a directory|AccessDenied|AccessControlException|Disk quota exceeded|ClassNotFoundException: Class org.apache.hadoop.fs")]
    private static partial Regex StorageWords { get; }

    [GeneratedRegex(@"(AnalysisException|ParseException|IllegalArgumentException|ArithmeticException|NumberFormatException|DateTimeException)$")]
    private static partial Regex StatementClasses { get; }
}
