using System.Runtime.CompilerServices;

namespace Chartwright.Query.Tests.Samples;

/// <summary>Folders of the repository the tests were built from.</summary>
internal static class RepositoryFolders
{
    public static string Samples { get; } = Path.Combine(Root(), "samples");

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "LICENSE"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("the repository's root was not found above the test's source");
    }
}
