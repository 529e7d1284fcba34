using Chartwright.SparkConnect.Connection;

namespace Chartwright.SparkConnect.Tests.Connection;

public sealed class SparkConnectionStringTests
{
    [Theory]
    [InlineData("sc://localhost", "http://localhost:15002/")]
    [InlineData("sc://localhost/", "http://localhost:15002/")]
    [InlineData("sc://localhost:1", "http://localhost:1/")]
    [InlineData("sc://spark.example:65535/", "http://spark.example:65535/")]
    [InlineData("sc://10.0.0.1:443/;use_ssl=true", "https://10.0.0.1/")]
    [InlineData("sc://[::1]:9", "http://[::1]:9/")]
    [InlineData("sc://[2001:db8::1]", "http://[2001:db8::1]:15002/")]
    [InlineData("sc://h:1/;use_ssl=false", "http://h:1/")]
    [InlineData("sc://h:1/;token=x", "https://h:1/")]
    [InlineData("sc://h:1/;token=x;use_ssl=true", "https://h:1/")]
    [InlineData("sc://127.0.0.1:1/;token=x;use_ssl=false", "http://127.0.0.1:1/")]
    [InlineData("sc://[::1]:1/;use_ssl=false;token=x", "http://[::1]:1/")]
    [InlineData("sc://localhost:1/;token=x;use_ssl=false;", "http://localhost:1/")]
    public void Parse_Address_IsReached(string text, string address) => Assert.Equal(address, SparkConnectionString.Parse(text).Address.ToString());

    [Fact]
    public void Parse_AllKeys_AreKept()
    {
        var parsed = SparkConnectionString.Parse("sc://h:1/;token=a%3Bb==;user_id=m%C3%BCller;user_agent=tool/1;grpc_max_message_size=4096;X-Databricks-Cluster-Id=0101-x");

        Assert.Equal(("a;b==", "müller", "tool/1", 4096), (parsed.Token, parsed.UserId, parsed.UserAgent, parsed.MaxMessageBytes));
        Assert.Equal(new Dictionary<string, string> { ["x-databricks-cluster-id"] = "0101-x" }, parsed.Metadata);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://h:1")]
    [InlineData("SC://h:1")]
    [InlineData("sc://")]
    [InlineData("sc:///")]
    [InlineData("sc://:15002")]
    [InlineData("sc://h:0")]
    [InlineData("sc://h:65536")]
    [InlineData("sc://h:-1")]
    [InlineData("sc://h:+1")]
    [InlineData("sc://h:x")]
    [InlineData("sc://h:")]
    [InlineData("sc://h:1/path")]
    [InlineData("sc://h:1;token=x")]
    [InlineData("sc://h:1/;token")]
    [InlineData("sc://h:1/;=x")]
    [InlineData("sc://h:1/;token=")]
    [InlineData("sc://h:1/;use_ssl=yes")]
    [InlineData("sc://h:1/;user_id=")]
    [InlineData("sc://h:1/;session_id=6f6c4e5e-0000-0000-0000-000000000000")]
    [InlineData("sc://h:1/;grpc_max_message_size=0")]
    [InlineData("sc://h:1/;grpc_max_message_size=9999999999")]
    [InlineData("sc://h:1/;grpc-timeout=1S")]
    [InlineData("sc://h:1/;authorization=x")]
    [InlineData("sc://h:1/;te=x")]
    [InlineData("sc://h:1/;content-type=x")]
    [InlineData("sc://h:1/;:path=x")]
    [InlineData("sc://h:1/;x-a=1%0D%0Ax-b:2")]
    [InlineData("sc://spark.example:1/;token=x;use_ssl=false")]
    [InlineData("sc://user@h:1")]
    [InlineData("sc://h h:1")]
    [InlineData("sc://h?x:1")]
    [InlineData("sc://[::1")]
    public void Parse_NotAConnectionString_IsRefused(string text) => Assert.Throws<FormatException>(() => SparkConnectionString.Parse(text));

    [Fact]
    public void Texts_HoldNoToken()
    {
        var refusal = Assert.Throws<FormatException>(() => SparkConnectionString.Parse("sc://spark.example:1/;token=hunter2;use_ssl=false"));

        Assert.DoesNotContain("hunter2", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("sc://h:1", SparkConnectionString.Parse("sc://h:1/;token=hunter2").ToString());
    }
}
