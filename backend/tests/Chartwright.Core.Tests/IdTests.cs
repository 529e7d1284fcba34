using System.Text.Json;
using Chartwright.Core.Ids;
using Chartwright.Core.Json;

namespace Chartwright.Core.Tests;

public sealed class IdTests
{
    [Fact]
    public void NewId_MadeInOrder_SortsInOrder()
    {
        var ids = Enumerable.Range(0, 50).Select(i => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddMilliseconds(i)).ToString()).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(7, NewId.Of<RunId>().Value.Version);
    }

    [Theory]
    [InlineData("\"not-a-uuid\"")]
    [InlineData("7")]
    public void Deserialize_NotAUuid_IsAJsonError(string json)
    {
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<ArtifactId>(json, ChartwrightJson.Options));
    }
}
