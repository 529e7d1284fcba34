namespace Chartwright.Server.Tests.Hosting;

/// <summary>One server for all tests of a class, where none of them leaves anything behind that another could see.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    internal TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
