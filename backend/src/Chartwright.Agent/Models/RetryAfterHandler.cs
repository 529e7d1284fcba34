namespace Chartwright.Agent.Models;

/// <summary>Notes how long the server asked to be left alone; the SDKs do not hand the header on.</summary>
internal sealed class RetryAfterHandler(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
{
    /// <summary>Of the latest answer that was refused; null when it named no time.</summary>
    public TimeSpan? Latest { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var header = response.Headers.RetryAfter;
            var wait = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
            Latest = wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
        }
        return response;
    }
}
