using Chartwright.Agent.Models;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Catalog;
using Chartwright.Core.Chat;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Chartwright.Agent;

/// <summary>Registers the agent.</summary>
public static class AgentServices
{
    /// <summary>Name of the built-in analyst, and the key its <c>IChatClient</c> is registered under.</summary>
    public const string BuiltinModel = "builtin";

    /// <summary>
    /// Adds <see cref="IConversationAgent"/> as a singleton. The host registers what it stands on: <c>IQueryService</c>, <c>ICatalog</c>, <c>IArtifactStore</c>, <c>IJobs</c>, an <c>IClusterCatalog</c> where there is one,
    /// and the built-in analyst as a keyed <c>IChatClient</c> named <see cref="BuiltinModel"/>.
    /// </summary>
    public static IServiceCollection AddChartwrightAgent(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<AgentOptions>().Bind(configuration.GetSection(AgentOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ModelsOptions>().Bind(configuration.GetSection(ModelsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelsOptions>, ModelsOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ModelCatalog>();
        services.AddSingleton(provider => new AgentPorts(
            provider.GetRequiredService<IQueryService>(), provider.GetRequiredService<ICatalog>(), provider.GetRequiredService<IArtifactStore>(),
            provider.GetRequiredService<IJobs>(), provider.GetService<IClusterCatalog>()));
        services.AddSingleton<IConversationAgent, ConversationAgent>();
        return services;
    }
}
