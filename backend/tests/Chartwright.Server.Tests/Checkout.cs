namespace Chartwright.Server.Tests;

/// <summary>The working tree the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "contracts")) && Directory.Exists(Path.Combine(folder.FullName, "backend"))) return folder.FullName;
        throw new DirectoryNotFoundException("No checkout above the test's folder.");
    }
}
