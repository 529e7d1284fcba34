using Microsoft.AspNetCore.Http.Metadata;

namespace Chartwright.Server.Http;

/// <summary>The largest body an endpoint reads, where it differs from the server's.</summary>
internal sealed class RequestLimit(long bytes) : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => bytes;
}
