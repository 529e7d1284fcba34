using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Chartwright.Core.Queries;

namespace Chartwright.Server.Query;

/// <summary>Sends a result as a CSV download: RFC 4180, UTF-8, CRLF; NULL is an empty field, an empty string is <c>""</c>.</summary>
internal sealed class CsvAnswer(QueryResult result) : IResult
{
    private const int FlushBytes = 64 * 1024;
    private static readonly SearchValues<byte> NeedsQuotes = SearchValues.Create(",\"\r\n"u8);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"result.csv\"";
        response.Headers.CacheControl = "no-store";
        var output = response.BodyWriter;
        WriteHead(output);
        var position = 0;
        var state = default(JsonReaderState);
        var isFirst = true;
        while (position >= 0)
        {
            position = WriteRows(output, position, ref state, ref isFirst);
            await output.FlushAsync(httpContext.RequestAborted);
        }
    }

    private void WriteHead(PipeWriter output)
    {
        for (var index = 0; index < result.Columns.Count; index++)
        {
            if (index > 0) output.Write(","u8);
            WriteText(output, Encoding.UTF8.GetBytes(result.Columns[index].Name));
        }
        output.Write("\r\n"u8);
    }

    /// <returns>Where to go on after a flush, or -1 at the end.</returns>
    private int WriteRows(PipeWriter output, int position, ref JsonReaderState state, ref bool isFirst)
    {
        var reader = new Utf8JsonReader(result.Rows.Utf8.Span[position..], isFinalBlock: true, state);
        var written = 0L;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray when reader.CurrentDepth == 1:
                    isFirst = true;
                    break;
                case JsonTokenType.EndArray when reader.CurrentDepth == 1:
                    output.Write("\r\n"u8);
                    written = reader.BytesConsumed;
                    if (written < FlushBytes) break;
                    state = reader.CurrentState;
                    return position + (int)written;
                case JsonTokenType.StartArray or JsonTokenType.StartObject when reader.CurrentDepth >= 2:
                    Separate(output, ref isFirst);
                    WriteNested(output, ref reader, position);
                    break;
                case JsonTokenType.StartArray or JsonTokenType.EndArray:
                    break;
                default:
                    Separate(output, ref isFirst);
                    WriteValue(output, ref reader);
                    break;
            }
        }
        return -1;
    }

    private static void Separate(PipeWriter output, ref bool isFirst)
    {
        if (!isFirst) output.Write(","u8);
        isFirst = false;
    }

    private static void WriteValue(PipeWriter output, ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.Null) return;
        if (reader.TokenType is not JsonTokenType.String)
        {
            output.Write(reader.ValueSpan);
            return;
        }
        if (reader.ValueSpan.IsEmpty) output.Write("\"\""u8);
        else WriteText(output, reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan);
    }

    /// <summary>A list or struct is written as its JSON.</summary>
    private void WriteNested(PipeWriter output, ref Utf8JsonReader reader, int position)
    {
        var start = position + (int)reader.TokenStartIndex;
        reader.Skip();
        WriteText(output, result.Rows.Utf8.Span[start..(position + (int)reader.BytesConsumed)]);
    }

    private static void WriteText(PipeWriter output, ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny(NeedsQuotes) < 0)
        {
            output.Write(text);
            return;
        }
        output.Write("\""u8);
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            output.Write(text[..(quote + 1)]);
            output.Write("\""u8);
            text = text[(quote + 1)..];
        }
        output.Write(text);
        output.Write("\""u8);
    }
}
