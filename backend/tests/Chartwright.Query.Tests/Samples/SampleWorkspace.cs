namespace Chartwright.Query.Tests.Samples;

/// <summary>One workspace over the sample data for the tests that change nothing in it.</summary>
public sealed class SampleWorkspace : IAsyncDisposable
{
    internal TestWorkspace Workspace { get; } = new();

    public ValueTask DisposeAsync() => Workspace.DisposeAsync();
}
