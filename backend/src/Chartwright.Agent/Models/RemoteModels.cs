using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Chartwright.Agent.Models;

/// <summary>Clients for models on servers.</summary>
internal static class RemoteModels
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Never = TimeSpan.FromHours(12); // our own limit on silence is the one that counts

    public static IChatClient Create(ModelOptions options, TimeProvider clock)
    {
        var handler = new RetryAfterHandler(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // a redirect would carry the question, and perhaps the key, to another host
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }, clock);
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var address = FindAddress(options);
        var client = options.Kind == ModelKind.Anthropic ? CreateAnthropic(options, address, http) : CreateOpenAi(options, address, http);
        return new RetryBeforeFirstTokenClient(
            new RemoteModelClient(client, address.Authority, options.Timeout, handler, clock), options.MaxRetries, clock);
    }

    /// <summary>The configured address; a bare OpenAI-compatible host gets the <c>/v1</c> every such server has.</summary>
    public static Uri FindAddress(ModelOptions options)
    {
        var isAnthropic = options.Kind == ModelKind.Anthropic;
        var address = new Uri(string.IsNullOrWhiteSpace(options.BaseUrl)
            ? (isAnthropic ? "https://api.anthropic.com" : "https://api.openai.com/v1")
            : options.BaseUrl.Trim());
        return !isAnthropic && address.AbsolutePath == "/" ? new Uri(address, "/v1") : address;
    }

    private static IChatClient CreateOpenAi(ModelOptions options, Uri address, HttpClient http) =>
        new OpenAI.Chat.ChatClient(ModelName(options), new ApiKeyCredential(Key(options)), new OpenAIClientOptions
        {
            Endpoint = address,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Never,
            ClientLoggingOptions = new() { EnableLogging = false },
        }).AsIChatClient();

    private static IChatClient CreateAnthropic(ModelOptions options, Uri address, HttpClient http) =>
        new AnthropicClient
        {
            ApiKey = Key(options),
            AuthToken = null, // never one of the environment: it may be meant for another server
            BaseUrl = address.ToString().TrimEnd('/'),
            HttpClient = http,
            MaxRetries = 0,
            Timeout = Never,
        }.AsIChatClient(ModelName(options), options.MaxOutputTokens);

    private static string ModelName(ModelOptions options) => string.IsNullOrWhiteSpace(options.Model) ? options.Name : options.Model;

    private static string Key(ModelOptions options) => string.IsNullOrWhiteSpace(options.ApiKey) ? "none" : options.ApiKey.Trim();
}
