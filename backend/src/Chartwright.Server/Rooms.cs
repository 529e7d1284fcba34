using Chartwright.Agent;
using Chartwright.Analyst;
using Chartwright.Core.Catalog;
using Chartwright.Query;
using Chartwright.Query.Jobs;
using Chartwright.Server.Config;
using Chartwright.Server.Spark;
using Chartwright.Server.Startup;
using Chartwright.Storage;
using Microsoft.Extensions.AI;

namespace Chartwright.Server;

/// <summary>Adds the rooms below the server with their options.</summary>
internal static class Rooms
{
    public static void AddRooms(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(ServerOptions.Section).Get<ServerOptions>() ?? new();
        var data = ProgramFolders.MakePrivate(options.Data);
        builder.Services.AddChartwrightStorage(builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new(), data);
        builder.Services.AddOptions<QueryOptions>().BindConfiguration(QueryOptions.Section);
        builder.Services.AddChartwrightQuery(query =>
        {
            query.DataDirectory = data;
            query.SamplesDirectory = ProgramFolders.FindSamples(options.Samples) ?? "";
        });
        builder.Services.AddOptions<JobOptions>().BindConfiguration(JobOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.AddSpark(data);
        builder.Services.AddHostedService<JobStartup>();
        builder.Services.AddKeyedSingleton<IChatClient>(AgentServices.BuiltinModel, (provider, _) =>
            new BuiltinAnalyst(provider.GetRequiredService<ICatalog>(), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddChartwrightAgent(builder.Configuration);
        builder.Services.AddHostedService<WarmUp>();
    }
}
