using Chartwright.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Storage.Tests;

/// <summary>The stores over one real, migrated database, with a clock the test moves.</summary>
public sealed class StoreHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StoreHost(ServiceProvider services, FakeTimeProvider clock) => (_services, Clock) = (services, clock);

    public FakeTimeProvider Clock { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static async Task<StoreHost> StartAsync(StorageOptions options, string dataDirectory, CancellationToken cancellationToken)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddChartwrightStorage(options, dataDirectory)
            .BuildServiceProvider();
        await services.MigrateStorageAsync(cancellationToken);
        return new(services, clock);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
