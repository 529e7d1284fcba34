using Chartwright.Storage;
using Microsoft.Data.Sqlite;

namespace Chartwright.Server.Tests.Hosting;

/// <summary>An empty migrated database that every test copies: migrating takes longer than most tests.</summary>
internal static class StorageTemplate
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static byte[]? _template;

    public static async Task MigrateAsync(IServiceProvider services, string file)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        if (File.Exists(file)) return;
        await Gate.WaitAsync(cancellationToken);
        try
        {
            if (_template is not null)
            {
                await File.WriteAllBytesAsync(file, _template, cancellationToken);
                return;
            }
            await services.MigrateStorageAsync(cancellationToken);
            await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                await connection.OpenAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)"; // all pages into the one file
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            _template = await File.ReadAllBytesAsync(file, cancellationToken);
        }
        finally
        {
            Gate.Release();
        }
    }
}
