using Npgsql;

namespace Chartwright.Storage.Tests;

/// <summary>The same contract on a real PostgreSQL server, one fresh database a test.</summary>
public sealed class PostgresStoreTests(TemporaryPostgres server) : StoreContract, IClassFixture<TemporaryPostgres>
{
    protected override async Task<StoreHost> StartAsync(CancellationToken cancellationToken)
    {
        Assert.SkipUnless(TemporaryPostgres.IsInstalled, "PostgreSQL's initdb and postgres are not installed.");
        var database = $"t{Guid.NewGuid():n}";
        await using (var admin = new NpgsqlConnection(server.ConnectionString("postgres")))
        {
            await admin.OpenAsync(cancellationToken);
            await using var create = new NpgsqlCommand($"CREATE DATABASE {database}", admin);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        var options = new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = server.ConnectionString(database) };
        return await StoreHost.StartAsync(options, dataDirectory: "", cancellationToken);
    }
}
