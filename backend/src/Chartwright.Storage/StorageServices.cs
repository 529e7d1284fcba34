using Chartwright.Core.Artifacts;
using Chartwright.Core.Conversations;
using Chartwright.Core.Runs;
using Chartwright.Core.Templates;
using Chartwright.Storage.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Chartwright.Storage;

public static class StorageServices
{
    /// <summary>Adds the stores of Core over one database. Call <see cref="MigrateStorageAsync"/> before the first use.</summary>
    /// <param name="dataDirectory">Holds <c>chartwright.db</c> when no connection string is configured.</param>
    public static IServiceCollection AddChartwrightStorage(this IServiceCollection services, StorageOptions options, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        if (options.Provider is StorageProvider.Postgres)
            AddContext<PostgresAppDbContext>(services, builder => builder.UseNpgsql(
                options.ConnectionString ?? throw new InvalidOperationException($"{StorageOptions.Section}:ConnectionString is needed for Postgres."),
                npgsql => npgsql.EnableRetryOnFailure()), writersAtOnce: int.MaxValue);
        else
            AddContext<SqliteAppDbContext>(services, builder => builder.UseSqlite(options.ConnectionString ?? SqliteFile(dataDirectory)), writersAtOnce: 1);
        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IRunStore, RunStore>();
        services.AddSingleton<IArtifactStore, ArtifactStore>();
        services.AddSingleton<ITemplateStore, TemplateStore>();
        return services;
    }

    /// <summary>Brings the database to the current schema; a database of a newer version is left alone and refused.</summary>
    public static async Task MigrateStorageAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextSource>().OpenAsync(cancellationToken);
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.Except(db.Database.GetMigrations()).Any())
            throw new InvalidOperationException("The database was written by a newer version of Chartwright. Start that version, or point to another data folder.");
        await db.Database.MigrateAsync(cancellationToken);
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    private static void AddContext<TContext>(IServiceCollection services, Action<DbContextOptionsBuilder> configure, int writersAtOnce) where TContext : AppDbContext
    {
        services.AddPooledDbContextFactory<TContext>(configure);
        services.AddSingleton<IDbContextSource>(provider =>
            new DbContextSource<TContext>(provider.GetRequiredService<IDbContextFactory<TContext>>(), writersAtOnce));
    }

    private static string SqliteFile(string dataDirectory) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(dataDirectory, "chartwright.db"),
        ForeignKeys = true,
        DefaultTimeout = 15, // seconds a writer waits for another
    }.ConnectionString;
}
