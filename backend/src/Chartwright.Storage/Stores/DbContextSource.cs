using Microsoft.EntityFrameworkCore;

namespace Chartwright.Storage.Stores;

/// <summary>Opens contexts of the configured database. Thread-safe.</summary>
internal interface IDbContextSource
{
    Task<AppDbContext> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens a context to write with; the turn ends when the answer is disposed.</summary>
    Task<WriteTurn> OpenToWriteAsync(CancellationToken cancellationToken);
}

/// <param name="writersAtOnce">
/// 1 for SQLite, which has one writer: a second one would hold a thread of the pool in a sleep until the first is done.
/// </param>
internal sealed class DbContextSource<TContext>(IDbContextFactory<TContext> factory, int writersAtOnce) : IDbContextSource, IDisposable
    where TContext : AppDbContext
{
    private readonly SemaphoreSlim _turns = new(writersAtOnce);

    public async Task<AppDbContext> OpenAsync(CancellationToken cancellationToken) => await factory.CreateDbContextAsync(cancellationToken);

    public async Task<WriteTurn> OpenToWriteAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return new(await factory.CreateDbContextAsync(cancellationToken), _turns);
        }
        catch
        {
            _turns.Release();
            throw;
        }
    }

    public void Dispose() => _turns.Dispose();
}

/// <summary>A context that may write until it is disposed.</summary>
internal sealed class WriteTurn(AppDbContext db, SemaphoreSlim turns) : IAsyncDisposable
{
    public AppDbContext Db => db;

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        turns.Release();
    }
}
