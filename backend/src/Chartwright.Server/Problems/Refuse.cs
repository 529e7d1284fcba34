using Chartwright.Core.Errors;

namespace Chartwright.Server.Problems;

/// <summary>The failures that handlers raise most.</summary>
internal static class Refuse
{
    public static ChartwrightException Invalid(string detail) => new(ErrorCode.InvalidRequest, detail);

    public static ChartwrightException NotFound(string what) => new(ErrorCode.NotFound, $"There is no such {what}.");

    /// <summary>Trims <paramref name="value"/> and refuses an empty one or one over <paramref name="maxChars"/>.</summary>
    public static string Name(string? value, string field, int maxChars = 200)
    {
        var trimmed = value?.Trim();
        if (string.IsNullOrEmpty(trimmed)) throw Invalid($"\"{field}\" is empty.");
        return trimmed.Length <= maxChars ? trimmed : throw Invalid($"\"{field}\" is longer than {maxChars} characters.");
    }
}
