using Chartwright.Core.Errors;
using Chartwright.Server.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Chartwright.Server.Datasets;

/// <summary>An upload whose file has not been read yet.</summary>
/// <param name="Content">The file, to be read once; dies with the request.</param>
internal sealed record UploadForm(Stream Content, string FileName, string? Name)
{
    private const int MaxFields = 10;
    private const int MaxNameChars = 200;

    /// <summary>Reads the form up to its file.</summary>
    /// <exception cref="ChartwrightException"><see cref="ErrorCode.InvalidRequest"/>: it is no such form.</exception>
    public static async Task<UploadForm> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
            throw Refuse.Invalid("The form has no boundary.");
        var reader = new MultipartReader(boundary.Value!, request.Body);
        string? name = null;
        try
        {
            for (var count = 0; count < MaxFields && await reader.ReadNextSectionAsync(cancellationToken) is { } section; count++)
            {
                if (section.AsFileSection() is { Name: "file", FileName.Length: > 0, FileStream: { } content } file) return new(content, file.FileName, name);
                if (section.AsFormDataSection() is not { Name: "name" } field) throw Refuse.Invalid("The form has a field that is not expected.");
                name = await ReadAsync(field, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException && failure is not BadHttpRequestException)
        {
            throw new ChartwrightException(ErrorCode.InvalidRequest, "The form ends too early or is no form.", innerException: failure);
        }
        throw Refuse.Invalid("The form has no \"file\".");
    }

    private static async Task<string> ReadAsync(FormMultipartSection field, CancellationToken cancellationToken)
    {
        var buffer = new char[MaxNameChars + 1];
        using var text = new StreamReader(field.Section.Body);
        var length = await text.ReadBlockAsync(buffer, cancellationToken);
        return length <= MaxNameChars ? new(buffer, 0, length) : throw Refuse.Invalid($"\"name\" is longer than {MaxNameChars} characters.");
    }
}
