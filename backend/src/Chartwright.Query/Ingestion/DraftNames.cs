using Chartwright.Query.Ingestion.Sources;

namespace Chartwright.Query.Ingestion;

/// <summary>Names for the tables of one import, all different.</summary>
internal static class DraftNames
{
    private const int MaxShown = 100;

    /// <param name="asked">Name of the only table, or what the names of several begin with; null goes by the files.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<(ReceivedFile File, IReadOnlyList<SourceTable> Tables)> opened, string? asked)
    {
        var wanted = opened.SelectMany(entry => entry.Tables.Select(table => Wanted(entry.File, entry.Tables.Count, table, asked, opened.Count)));
        var taken = new HashSet<string>();
        return [.. wanted.Select(name => DatasetNames.Free(DatasetNames.Of(name, "data"), candidate => !taken.Add(candidate)))];
    }

    /// <summary>The name of one table of many files: the outermost folder that is no partition, else the first file's.</summary>
    public static string OfParts(ReceivedFile first, string? asked)
    {
        if (!string.IsNullOrWhiteSpace(asked)) return DatasetNames.Of(asked, "data");
        var folder = first.Name.Split('/', '\\').SkipLast(1).FirstOrDefault(segment => segment.Any(char.IsLetterOrDigit) && !segment.Contains('=', StringComparison.Ordinal));
        return folder is null ? DatasetNames.OfFile(first.Name) : DatasetNames.Of(folder, "data");
    }

    /// <summary>Where a table comes from, in words, and what of its file is no part of it.</summary>
    public static string Origin(ReceivedFile file, SourceTable table)
    {
        var place = table.Name is null ? Shown(file.Name) : $"{Shown(file.Name)}, {Shown(table.Name)}";
        return table.SkippedLines switch
        {
            0 => place,
            1 => $"{place} without its first line",
            var lines => $"{place} without its first {lines} lines",
        };
    }

    /// <summary>The last part of a name, fit to be shown.</summary>
    public static string Shown(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return new string([.. last.Where(character => !char.IsControl(character)).Take(MaxShown)]);
    }

    private static string Wanted(ReceivedFile file, int tablesInFile, SourceTable table, string? asked, int files)
    {
        var fileName = DatasetNames.OfFile(file.Name);
        var own = table switch
        {
            { HasOwnName: true, Name: { } name } => name,
            { Name: { } sheet } when tablesInFile > 1 => $"{fileName}_{sheet}",
            _ => fileName,
        };
        if (string.IsNullOrWhiteSpace(asked)) return own;
        return tablesInFile == 1 && files == 1 ? asked : $"{asked}_{table.Name ?? fileName}";
    }
}
