using System.Text.RegularExpressions;
using Chartwright.Server.Problems;

namespace Chartwright.Server.Artifacts;

/// <summary>The name under which code reads a result: snake_case, at most 64 characters.</summary>
internal static partial class ResultName
{
    public static void Check(string? name)
    {
        if (name is null || !Pattern().IsMatch(name)) throw Refuse.Invalid("A result's name is made of a-z, 0-9 and _, and begins with a letter.");
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,63}$")]
    private static partial Regex Pattern();
}
