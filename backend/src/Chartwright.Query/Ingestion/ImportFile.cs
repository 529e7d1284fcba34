namespace Chartwright.Query.Ingestion;

/// <summary>A file to be read once to its end.</summary>
/// <param name="Name">As the user's machine names it, with folders where they say something (<c>sales/year=2024/1.parquet</c>). Never used as a path.</param>
/// <param name="Content">Need not seek. The caller closes it.</param>
public sealed record ImportFile(string Name, Stream Content);

/// <summary>What is to become tables.</summary>
/// <param name="Files">Read one after the other: the next one is asked for when the one before has been read.</param>
public sealed record ImportRequest(IAsyncEnumerable<ImportFile> Files)
{
    /// <summary>Name of the table, or what the names of several tables begin with; null takes the file's.</summary>
    public string? Name { get; init; }

    /// <summary>Whether tables of these names give way; without it a taken name is refused.</summary>
    public bool Replace { get; init; }

    /// <summary>Whether all files are parts of one table: columns are matched by name, folders named <c>key=value</c> become columns.</summary>
    public bool AsOne { get; init; }

    /// <summary>A request for one file.</summary>
    public static ImportRequest Of(string fileName, Stream content) => new(One(new(fileName, content)));

    private static async IAsyncEnumerable<ImportFile> One(ImportFile file)
    {
        await Task.CompletedTask;
        yield return file;
    }
}
