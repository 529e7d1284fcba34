using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Json;

namespace Chartwright.Agent.Tools;

/// <summary>Writes what a tool tells the model.</summary>
internal static class ToolJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object as text; <paramref name="write"/> fills it.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A failure the model is told of: <c>{"error":{"code","message","candidates"?}}</c>.</summary>
    public static ToolReply Fail(ErrorCode code, string message, IEnumerable<string>? candidates = null) =>
        new(WriteError(NameOf(code), message, candidates?.ToList()), message) { Error = code, IsRepairable = true };

    private const string HiddenMessage =
        "The statement failed on a value of the data: a cast, a calculation or a limit does not fit it. The value is not shown to you. Use TRY_CAST, or see the column's type with describe_table.";

    /// <summary>As above, for a failure that the user is told of too. The model's words hold no value it may not see.</summary>
    public static ToolReply Fail(ChartwrightException error, string stage, DataPrivacy privacy)
    {
        var message = error is QueryException { MayQuoteValues: true } && privacy != DataPrivacy.Sample ? HiddenMessage : error.Message;
        var repairable = error is QueryException && error.Code is not (ErrorCode.EngineUnavailable or ErrorCode.QueryCancelled or ErrorCode.Internal);
        return new(WriteError(NameOf(error.Code), message, FindCandidates(error)), error.Message)
        {
            Error = error.Code,
            IsRepairable = repairable,
            Failure = new(error.Message, stage, error.Code, error.Retryable, error.Details),
        };
    }

    private static string WriteError(string code, string message, object? candidates) => Write(json =>
    {
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        if (candidates is not null)
        {
            json.WritePropertyName("candidates");
            JsonSerializer.Serialize(json, candidates, ChartwrightJson.Options);
        }
        json.WriteEndObject();
    });

    private static object? FindCandidates(ChartwrightException error) =>
        error.Details is { } details && details.TryGetValue("candidates", out var candidates) ? candidates : null;

    private static string NameOf(ErrorCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());
}
