using Microsoft.EntityFrameworkCore;

namespace Chartwright.Storage.Stores;

/// <summary>Opens a context of the configured database. Thread-safe.</summary>
internal interface IDbContextSource
{
    Task<AppDbContext> OpenAsync(CancellationToken cancellationToken);
}

internal sealed class DbContextSource<TContext>(IDbContextFactory<TContext> factory) : IDbContextSource where TContext : AppDbContext
{
    public async Task<AppDbContext> OpenAsync(CancellationToken cancellationToken) => await factory.CreateDbContextAsync(cancellationToken);
}
