using Chartwright.Core.Errors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Chartwright.Agent.Models;

/// <summary>The models a question may be put to. Thread-safe.</summary>
internal sealed class ModelCatalog
{
    private readonly Dictionary<string, ModelEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A catalog of the given models, default first.</summary>
    internal ModelCatalog(params ModelEntry[] entries)
    {
        _entries = entries.ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);
        Names = [.. entries.Select(entry => entry.Name)];
    }

    /// <param name="builtin">The analyst that ships with the product, registered under <see cref="AgentServices.BuiltinModel"/>.</param>
    public ModelCatalog(
        IOptions<ModelsOptions> options, [FromKeyedServices(AgentServices.BuiltinModel)] IChatClient builtin, TimeProvider clock)
    {
        var configured = options.Value;
        _entries.Add(AgentServices.BuiltinModel, new(AgentServices.BuiltinModel, Observe(builtin), IsBuiltin: true));
        foreach (var model in configured.Models.Where(model => model.Kind != ModelKind.Builtin))
        {
            _entries.Add(model.Name, new(model.Name, Observe(Adapt(RemoteModels.Create(model, clock), model)), IsBuiltin: false)
            {
                CallsTools = model.SupportsTools,
                ParallelToolCalls = model.ParallelToolCalls,
                MaxOutputTokens = model.MaxOutputTokens,
                Temperature = model.Temperature,
                Privacy = model.Privacy,
            });
        }
        var first = configured.DefaultModel is { Length: > 0 } name && _entries.TryGetValue(name, out var chosen)
            ? chosen.Name
            : configured.Models.FirstOrDefault()?.Name ?? AgentServices.BuiltinModel;
        Names = [_entries[first].Name, .. _entries.Values.Select(entry => entry.Name).Where(other => !string.Equals(other, first, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Names a request may ask for, default first.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <param name="name">Null takes the default.</param>
    /// <exception cref="ChartwrightException"><see cref="ErrorCode.UnknownModel"/>.</exception>
    public ModelEntry Get(string? name) =>
        _entries.TryGetValue(string.IsNullOrWhiteSpace(name) ? Names[0] : name, out var entry)
            ? entry
            : throw new ChartwrightException(ErrorCode.UnknownModel, "There is no such model.")
            {
                Details = new Dictionary<string, object?> { ["candidates"] = Names },
            };

    private static IChatClient Adapt(IChatClient client, ModelOptions options) => options.SupportsTools ? client : new FencedToolClient(client);

    private static IChatClient Observe(IChatClient client) => client.AsBuilder()
        .UseOpenTelemetry(sourceName: AgentTelemetry.ModelSourceName, configure: telemetry => telemetry.EnableSensitiveData = false)
        .Build();
}
