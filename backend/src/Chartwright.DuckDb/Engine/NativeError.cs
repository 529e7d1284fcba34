using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>DuckDB's error object, as <c>errors_as_json</c> prints it.</summary>
/// <param name="Type">Its class: <c>Parser</c>, <c>Binder</c>, <c>Catalog</c> …</param>
/// <param name="Position">Offset into the statement: code points from the parser, UTF-8 bytes from everybody else.</param>
internal sealed partial record NativeError(string Type, string Message, string? Subtype, string? Name, string? EntryType, int? Position, IReadOnlyList<string> Candidates)
{
    /// <summary>The database answers nothing any more.</summary>
    public bool IsFatal => Type is "FATAL" or "INTERNAL";

    /// <summary>The system gave no more memory, in the middle of DuckDB's work.</summary>
    public bool IsOutOfMemory => Type == "Out of Memory" || (Type == "INTERNAL" && Message.StartsWith("Memory allocation", StringComparison.Ordinal));

    public bool IsMissingTable => (Subtype == "MISSING_ENTRY" && EntryType is "Table" or "View")
        || (Message.StartsWith("Table with name", StringComparison.Ordinal) && Message.Contains("does not exist", StringComparison.Ordinal))
        || Message.StartsWith("Referenced table", StringComparison.Ordinal);

    public bool IsMissingColumn => Subtype == "COLUMN_NOT_FOUND" || Message.Contains("does not have a column named", StringComparison.Ordinal);

    public static NativeError Parse(DuckDbNativeException failure)
    {
        var start = failure.Message.IndexOf('{', StringComparison.Ordinal); // parser errors have a prefix
        if (start >= 0)
        {
            try
            {
                using var document = JsonDocument.Parse(failure.Message[start..]);
                if (document.RootElement.TryGetProperty("exception_message", out _)) return Read(document.RootElement);
            }
            catch (JsonException)
            {
                // prose with a brace in it
            }
        }

        return new(failure.Type.ToString(), failure.Message, null, null, null, null, []);
    }

    private static NativeError Read(JsonElement error)
    {
        string? Text(string name) => error.TryGetProperty(name, out var value) ? value.GetString() : null;
        var message = Text("exception_message") ?? "";
        int? position = int.TryParse(Text("position"), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : null;
        return new(Text("exception_type") ?? "", message, Text("error_subtype"), Text("name") ?? NamedIn(message), Text("type"), position, Near(message));
    }

    /// <summary>Names DuckDB offers instead: those in quotes behind "Candidate …:" or "Did you mean", less its own catalog's.</summary>
    private static string[] Near(string message)
    {
        var start = CandidateList.Match(message);
        if (!start.Success) return [];
        return [.. QuotedName.Matches(message[start.Index..]).Select(match => match.Groups[1].Value)
            .Where(name => !name.StartsWith("pg_", StringComparison.Ordinal) && !name.StartsWith("duckdb_", StringComparison.Ordinal))];
    }

    private static string? NamedIn(string message) => QuotedName.Match(message) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("Candidate (bindings|tables|columns)|Did you mean")]
    private static partial Regex CandidateList { get; }

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex QuotedName { get; }
}
