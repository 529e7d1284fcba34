using Chartwright.Core.Ids;
using Chartwright.Core.Jobs;
using Chartwright.Query.Files;
using Microsoft.Extensions.Options;

namespace Chartwright.Query.Jobs;

/// <summary>A job as it is kept.</summary>
/// <param name="Folder">Name of the folder that the attempt under way writes to; null before it began.</param>
/// <param name="Handle">Where the engine finds that attempt again; null when it has none.</param>
/// <param name="ResultFolder">Name of the folder that holds <see cref="Job.Result"/>.</param>
/// <param name="FormerFolder">The result before, for who still reads it.</param>
internal sealed record StoredJob(Job Job, string? Folder = null, string? Handle = null, string? ResultFolder = null, string? FormerFolder = null);

/// <summary>Jobs on disk: a folder each, with <c>job.json</c> and a folder per attempt. A job is what its document says; files that it does not name are no result. Thread-safe.</summary>
internal sealed class JobStore : IDisposable
{
    private const string DocumentName = "job.json";
    private const string OwnerName = ".owner";

    private readonly bool _isShared;
    private FileStream? _ownership;

    public JobStore(Workspace workspace, IOptions<JobOptions> options)
    {
        _isShared = !string.IsNullOrWhiteSpace(options.Value.Directory);
        Root = Create(options.Value.DirectoryIn(workspace.Root));
    }

    /// <summary>Absolute.</summary>
    public string Root { get; }

    /// <summary>Makes this process the one that runs the jobs here, until it ends in whatever way.</summary>
    /// <returns>False when another process is.</returns>
    public bool TryOwn()
    {
        try
        {
            _ownership ??= new FileStream(Path.Combine(Root, OwnerName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public Task SaveAsync(StoredJob job, CancellationToken cancellationToken) =>
        PrivateFiles.WriteJsonAsync(Path.Combine(Create(FolderOf(job.Job.Id)), DocumentName), job, cancellationToken);

    public Task<StoredJob?> FindAsync(JobId id, CancellationToken cancellationToken) =>
        PrivateFiles.ReadJsonAsync<StoredJob>(Path.Combine(FolderOf(id), DocumentName), cancellationToken);

    /// <summary>Newest first: an id sorts by the time it was made.</summary>
    public IEnumerable<JobId> ListIds() =>
        from folder in Directory.EnumerateDirectories(Root).OrderDescending(StringComparer.Ordinal)
        where Guid.TryParseExact(Path.GetFileName(folder), "n", out _)
        select new JobId(Guid.ParseExact(Path.GetFileName(folder), "n"));

    /// <summary>A name for the folder of an attempt; the folder does not exist, the one above it does.</summary>
    public static string NewFolder(int attempt) => $"{attempt}-{Guid.NewGuid():n}"[..12];

    /// <summary>Absolute.</summary>
    public string PathOf(JobId id, string folder) => Path.Combine(FolderOf(id), folder);

    /// <summary>Takes away every attempt but those <paramref name="job"/> names.</summary>
    public void Sweep(StoredJob job)
    {
        string?[] kept = [job.Job.HasEnded ? null : job.Folder, job.ResultFolder, job.FormerFolder];
        foreach (var folder in Directory.EnumerateDirectories(FolderOf(job.Job.Id)).Where(folder => !kept.Contains(Path.GetFileName(folder)))) Remove(folder);
    }

    /// <summary>The document goes first: without it there is no job.</summary>
    public void Remove(JobId id)
    {
        File.Delete(Path.Combine(FolderOf(id), DocumentName));
        Remove(FolderOf(id));
    }

    public void Dispose() => _ownership?.Dispose();

    private string FolderOf(JobId id) => Path.Combine(Root, id.Value.ToString("n"));

    /// <summary>A folder that was configured is shared with the cluster's workers: who may enter it is the owner's decision.</summary>
    private string Create(string folder) => _isShared ? Directory.CreateDirectory(folder).FullName : PrivateFiles.CreateFolder(folder);

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // a worker of the cluster may be at it still: the next sweep takes it
        }
    }
}
