namespace Chartwright.Core.Queries;

/// <summary>On whose behalf the present work runs queries: those who wait for a turn are served in turns of callers, not of queries.</summary>
public static class QueryCaller
{
    private static readonly AsyncLocal<string?> Ambient = new();

    /// <summary>A name such as a client's address or a run; empty for nobody in particular. Flows with the execution context.</summary>
    public static string Current
    {
        get => Ambient.Value ?? "";
        set => Ambient.Value = value;
    }
}
