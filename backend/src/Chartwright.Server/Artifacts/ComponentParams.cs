using Chartwright.Core.Artifacts;

namespace Chartwright.Server.Artifacts;

internal static class ComponentParams
{
    public static IReadOnlyDictionary<string, ParamDefinition> Read(string code) => new Dictionary<string, ParamDefinition>();
}
