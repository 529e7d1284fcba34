namespace Chartwright.SparkConnect.Batch;

/// <summary>Where the folder of the job results is, here and for the cluster's workers.</summary>
/// <param name="Local">Absolute.</param>
/// <param name="Cluster">A URI or an absolute path; null when the workers use the same path.</param>
public sealed record ResultPaths(string Local, string? Cluster)
{
    /// <param name="directory">Below <see cref="Local"/>, with names this program made.</param>
    public string AtCluster(string directory)
    {
        if (Cluster is null) return $"file://{Path.GetFullPath(directory)}"; // as it stands: Hadoop decodes no %20
        var relative = Path.GetRelativePath(Local, directory);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? throw new ArgumentException("The directory of an attempt lies below the folder of the job results.", nameof(directory))
            : $"{Cluster.TrimEnd('/')}/{relative.Replace(Path.DirectorySeparatorChar, '/')}";
    }
}
