using Microsoft.Data.Sqlite;

namespace Chartwright.Storage.Tests;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chartwright-storage-");

    protected override Task<StoreHost> StartAsync(CancellationToken cancellationToken) =>
        StoreHost.StartAsync(new StorageOptions(), _directory.FullName, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools(); // pooled connections keep the file open
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task MigrateStorageAsync_DatabaseOfANewerVersion_IsRefusedAndUntouched()
    {
        var token = TestContext.Current.CancellationToken;
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_directory.FullName, "chartwright.db")}"))
        {
            await connection.OpenAsync(token);
            await using var insert = connection.CreateCommand();
            insert.CommandText = """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Future', '99.0.0')""";
            await insert.ExecuteNonQueryAsync(token);
        }

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => StoreHost.StartAsync(new StorageOptions(), _directory.FullName, token));

        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
    }
}
