using System.Globalization;
using System.Text;
using Chartwright.Agent.Tools;
using Chartwright.Core.Catalog;

namespace Chartwright.Agent.Prompts;

/// <summary>The catalog as a few lines for the model: stable order, no clock, so that a provider can cache what comes before the question.</summary>
internal static class CatalogDigest
{
    private const int MaxTables = 60;
    private const int MaxColumns = 60;
    private const int MaxValues = 8;
    private const int MaxTextChars = 160;

    public static string Write(CatalogSnapshot snapshot, DataPrivacy privacy)
    {
        if (snapshot.Tables.Count == 0)
            return "There is no table yet. Ask the user to add a data set.";
        var text = new StringBuilder();
        foreach (var table in snapshot.Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Take(MaxTables))
            WriteTable(text, table, privacy);
        if (snapshot.Tables.Count > MaxTables)
            text.Append(CultureInfo.InvariantCulture, $"… and {snapshot.Tables.Count - MaxTables} more tables: use list_tables.\n");
        return text.ToString().TrimEnd();
    }

    private static void WriteTable(StringBuilder text, CatalogTable table, DataPrivacy privacy)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {Quote(table.Name)} ({table.RowCount} rows{(ByteWords.IsLarge(table.Bytes) ? $", {ByteWords.Write(table.Bytes!.Value)}" : "")})\n");
        if (table.Description is { } description)
            text.Append(Line(description)).Append('\n');
        if (table.Synonyms.Count > 0)
            text.Append("also called: ").AppendJoin(", ", table.Synonyms.Select(Line)).Append('\n');
        if (table.PrimaryKey.Count > 0)
            text.Append("key: ").AppendJoin(", ", table.PrimaryKey.Select(Quote)).Append('\n');
        foreach (var key in table.ForeignKeys)
        {
            var targets = key.ToColumns.Select(column => $"{Quote(key.ToTable)}.{Quote(column)}");
            text.Append("joins: ").AppendJoin(", ", key.Columns.Select(Quote)).Append(" = ").AppendJoin(", ", targets).Append('\n');
        }
        foreach (var column in table.Columns.Take(MaxColumns))
            WriteColumn(text, column, privacy);
        if (table.Columns.Count > MaxColumns)
            text.Append(CultureInfo.InvariantCulture, $"- … and {table.Columns.Count - MaxColumns} more columns: use describe_table.\n");
        text.Append('\n');
    }

    private static void WriteColumn(StringBuilder text, CatalogColumn column, DataPrivacy privacy)
    {
        text.Append("- ").Append(Quote(column.Name)).Append(' ').Append(column.Type);
        if (column.Unit is { } unit)
            text.Append(" [").Append(Line(unit)).Append(']');
        if (column.Description is { } description)
            text.Append(": ").Append(Line(description));
        if (column.Synonyms.Count > 0)
            text.Append(" (also called: ").AppendJoin(", ", column.Synonyms.Select(Line)).Append(')');
        WriteProfile(text, column, privacy);
        text.Append('\n');
    }

    private static void WriteProfile(StringBuilder text, CatalogColumn column, DataPrivacy privacy)
    {
        var profile = column.Profile;
        if (privacy == DataPrivacy.Schema || ReferenceEquals(profile, ColumnProfile.Unknown))
            return;
        if (column.Type != "VARCHAR" && profile is { Min: not null, Max: not null })
            text.Append("; ").Append(Line(profile.Min)).Append(" to ").Append(Line(profile.Max));
        else
            text.Append(CultureInfo.InvariantCulture, $"; {profile.DistinctCount} distinct");
        if (profile.NullCount > 0)
            text.Append(CultureInfo.InvariantCulture, $"; {profile.NullCount} nulls");
        if (privacy == DataPrivacy.Sample && column.Type == "VARCHAR" && profile.TopValues.Count > 0 && column.Role is not (ColumnRole.Key or ColumnRole.Text))
        {
            text.Append("; e.g. ").AppendJoin(", ", profile.TopValues.Take(MaxValues).Select(value => $"'{Line(value.Value)}'"));
        }
    }

    private static string Quote(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_')
            ? name
            : $"\"{Line(name).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Data stays on its line and short: a value cannot pose as a part of the prompt.</summary>
    private static string Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("```", "'''", StringComparison.Ordinal);
        return line.Length <= MaxTextChars ? line : line[..(MaxTextChars - 1)] + "…";
    }
}
