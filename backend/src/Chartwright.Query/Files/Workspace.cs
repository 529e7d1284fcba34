using Microsoft.Extensions.Options;

namespace Chartwright.Query.Files;

/// <summary>Where the data side keeps what: the folders under the workspace, all made when first asked for.</summary>
internal sealed class Workspace
{
    private readonly QueryOptions _options;

    public Workspace(IOptions<QueryOptions> options)
    {
        _options = options.Value;
        Root = PrivateFiles.CreateFolder(Path.GetFullPath(_options.DataDirectory));
    }

    public string Root { get; }

    /// <summary>One folder per uploaded dataset.</summary>
    public string Datasets => Folder("datasets");

    /// <summary>What is known of the values of each table; can be deleted at any time.</summary>
    public string Profiles => Folder("profiles");

    /// <summary>What the owner says of tables and columns.</summary>
    public string Words => Folder("words");

    /// <summary>The statements behind results.</summary>
    public string Results => Folder("results");

    /// <summary>Whole results; can be deleted at any time.</summary>
    public string ResultFiles => PrivateFiles.CreateFolder(Path.Combine(Results, "files"));

    /// <summary>Uploads under conversion, one folder each.</summary>
    public string Incoming => Folder("incoming");

    /// <summary>What DuckDB spills.</summary>
    public string Spill => Folder("spill");

    /// <summary>The folder of the sample datasets, or null.</summary>
    public string? Samples => string.IsNullOrWhiteSpace(_options.SamplesDirectory) ? null : Path.GetFullPath(_options.SamplesDirectory);

    private string Folder(string name) => PrivateFiles.CreateFolder(Path.Combine(Root, name));
}
