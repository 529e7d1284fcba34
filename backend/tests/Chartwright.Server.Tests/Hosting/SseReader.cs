using System.Net.Http.Json;
using System.Text;

namespace Chartwright.Server.Tests.Hosting;

/// <summary>Reads a stream frame by frame, as text.</summary>
internal sealed class SseReader(HttpResponseMessage response, Stream stream) : IDisposable
{
    private readonly StreamReader _lines = new(stream, Encoding.UTF8);

    public HttpResponseMessage Response => response;

    public static Task<SseReader> AskAsync(TestApp app, object body) => OpenAsync(app, new(HttpMethod.Post, "/api/chat") { Content = JsonContent.Create(body) });

    public static Task<SseReader> AskAsync(TestApp app, string message) => AskAsync(app, new { message });

    public static Task<SseReader> FollowAsync(TestApp app, string runId, int? lastId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{runId}/events");
        if (lastId is { } id) request.Headers.Add("Last-Event-ID", $"{id}");
        return OpenAsync(app, request);
    }

    /// <returns>The next frame with its empty line, or null at the end.</returns>
    public async Task<string?> NextAsync()
    {
        var frame = new StringBuilder();
        while (await _lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            frame.Append(line).Append('\n');
            if (line.Length == 0) return frame.ToString();
        }
        return frame.Length == 0 ? null : frame.ToString();
    }

    public async Task<string> RestAsync()
    {
        var rest = new StringBuilder();
        while (await NextAsync() is { } frame) rest.Append(frame);
        return rest.ToString();
    }

    /// <returns>The run's id, from the first event.</returns>
    public async Task<string> RunIdAsync()
    {
        var frame = await NextAsync();
        return frame!.Split("\"runId\":\"")[1][..36];
    }

    public void Dispose() => response.Dispose();

    private static async Task<SseReader> OpenAsync(TestApp app, HttpRequestMessage request)
    {
        var response = await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }
}
