using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chartwright.Server.Contracts;

/// <summary>The committed descriptions both halves build on, as text with LF line ends.</summary>
internal static class ContractFiles
{
    public const string Events = "events.schema.json";
    public const string OpenApi = "openapi.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(JsonNode document) => document.ToJsonString(Readable) + "\n";

    /// <summary>Writes every contract into <paramref name="folder"/>.</summary>
    public static async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await File.WriteAllTextAsync(Path.Combine(folder, Events), Format(EventSchema.Create()), utf8, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, OpenApi), Format(await ContractHost.DescribeAsync(cancellationToken)), utf8, cancellationToken);
    }
}
