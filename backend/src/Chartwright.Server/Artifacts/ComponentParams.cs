using Chartwright.Agent.Components;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Errors;

namespace Chartwright.Server.Artifacts;

internal static class ComponentParams
{
    /// <summary>What the code declares as <c>export const params</c>, read without running it.</summary>
    /// <exception cref="ChartwrightException"><see cref="ErrorCode.CodeInvalid"/>: the declaration is no static literal.</exception>
    public static IReadOnlyDictionary<string, ParamDefinition> Read(string code)
    {
        var reading = ParamsLiteralReader.Read(code);
        return reading.Error is null
            ? reading.Params
            : throw new ChartwrightException(ErrorCode.CodeInvalid, reading.Error) { Details = new Dictionary<string, object?> { ["line"] = reading.Line } };
    }
}
