using System.Runtime.CompilerServices;
using Chartwright.Core.Errors;
using Chartwright.Query.Ingestion;
using Chartwright.Server.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Chartwright.Server.Datasets;

/// <summary>An upload's form, read as it arrives: its fields first, then its files, each when the one before has been read.</summary>
internal sealed class UploadForm(HttpRequest request)
{
    private const int MaxFields = 10;
    private const int MaxFieldChars = 200;

    private string? _name;
    private bool _asOne;

    /// <summary>Reads the form up to its first file.</summary>
    /// <exception cref="ChartwrightException"><see cref="ErrorCode.InvalidRequest"/>: it is no such form.</exception>
    public async Task<ImportRequest> OpenAsync(bool replace, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
            throw Refuse.Invalid("The form has no boundary.");
        var reader = new MultipartReader(boundary.Value!, request.Body);
        for (var count = 0; count < MaxFields && await ReadNextAsync(reader, cancellationToken) is { } section; count++)
        {
            if (FileOf(section) is { } file) return new(ListFilesAsync(reader, file, cancellationToken)) { Name = _name, AsOne = _asOne, Replace = replace };
            await TakeFieldAsync(section, cancellationToken);
        }
        throw Refuse.Invalid("The form has no \"file\".");
    }

    private static async IAsyncEnumerable<ImportFile> ListFilesAsync(MultipartReader reader, ImportFile first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return first;
        while (await ReadNextAsync(reader, cancellationToken) is { } section)
            yield return FileOf(section) ?? throw Refuse.Invalid("The form's fields come before its files.");
    }

    private static async Task<MultipartSection?> ReadNextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException && failure is not BadHttpRequestException)
        {
            throw new ChartwrightException(ErrorCode.InvalidRequest, "The form ends too early or is no form.", innerException: failure);
        }
    }

    private static ImportFile? FileOf(MultipartSection section) =>
        section.AsFileSection() is { Name: "file", FileName.Length: > 0, FileStream: { } content } file ? new(file.FileName, content) : null;

    private async Task TakeFieldAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        if (section.AsFormDataSection() is not { Name: "name" or "asOne" } field) throw Refuse.Invalid("The form has a field that is not expected.");
        var text = await ReadAsync(field, cancellationToken);
        if (field.Name == "name") _name = text;
        else _asOne = text switch { "true" => true, "false" => false, _ => throw Refuse.Invalid("\"asOne\" is true or false.") };
    }

    private static async Task<string> ReadAsync(FormMultipartSection field, CancellationToken cancellationToken)
    {
        var buffer = new char[MaxFieldChars + 1];
        using var text = new StreamReader(field.Section.Body);
        try
        {
            var length = await text.ReadBlockAsync(buffer, cancellationToken);
            return length <= MaxFieldChars ? new(buffer, 0, length) : throw Refuse.Invalid($"\"{field.Name}\" is longer than {MaxFieldChars} characters.");
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException && failure is not BadHttpRequestException)
        {
            throw new ChartwrightException(ErrorCode.InvalidRequest, "The form ends too early or is no form.", innerException: failure);
        }
    }
}
