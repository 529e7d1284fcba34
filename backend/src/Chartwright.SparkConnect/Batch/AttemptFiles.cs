using Chartwright.Core.Errors;

namespace Chartwright.SparkConnect.Batch;

/// <summary>What lies in an attempt's directory, seen from our side.</summary>
internal static class AttemptFiles
{
    /// <summary>Checks a directory that the cluster calls finished. Workers that do not share the storage write on their own disks and leave it empty.</summary>
    /// <exception cref="QueryException"><see cref="ErrorCode.StorageUnavailable"/>.</exception>
    public static void Check(string directory)
    {
        if (!ListParts(directory).Any())
            throw new QueryException(ErrorCode.StorageUnavailable, "Spark says the job is done, but its files are not here: the cluster's workers and this server must share the folder of the job results.");
        if (Directory.Exists(Path.Combine(directory, "_temporary")))
            throw new QueryException(ErrorCode.StorageUnavailable, "Spark says the job is done, but left files that it had not finished.", retryable: true);
    }

    /// <summary>Whether an operation that nobody can ask any more had committed: Spark writes <c>_SUCCESS</c> last.</summary>
    public static bool IsCommitted(string directory) =>
        File.Exists(Path.Combine(directory, "_SUCCESS")) && !Directory.Exists(Path.Combine(directory, "_temporary")) && ListParts(directory).Any();

    private static IEnumerable<string> ListParts(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory).Where(file => Path.GetFileName(file)[0] is not ('.' or '_')) : [];
}
