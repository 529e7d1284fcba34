using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Language;

/// <summary>Tables whose rows are people.</summary>
internal static class PeopleWords
{
    private static readonly HashSet<string> Words = new(
        ["person", "people", "customer", "client", "member", "employee", "staff", "worker", "user", "patient", "student", "teacher", "doctor", "player", "driver", "guest", "author", "actor", "actress", "artist", "singer",
         "captain", "agent", "manager", "seller", "buyer", "visitor", "passenger", "instructor", "professor", "candidate", "applicant", "owner", "contact", "athlete", "pilot", "nurse", "lawyer", "director", "writer", "rider", "tenant", "donor", "volunteer"],
        StringComparer.Ordinal);

    /// <summary>By the last word of its name, or because its rows are called by first and last name.</summary>
    public static bool Name(SchemaTable table) => table.Label.Count > 1 || Words.Contains(Text.Stemmer.Stem(table.Words[^1]));
}
