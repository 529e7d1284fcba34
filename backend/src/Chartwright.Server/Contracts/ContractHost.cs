using System.Text.Json.Nodes;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Catalog;
using Chartwright.Core.Chat;
using Chartwright.Core.Conversations;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.Core.Runs;
using Chartwright.Core.Templates;
using Chartwright.Query.Catalog;
using Chartwright.Query.Ingestion;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;

namespace Chartwright.Server.Contracts;

/// <summary>The app with its routes and nothing behind them: no socket, no engine, no store. Only good for being described.</summary>
internal static class ContractHost
{
    public static async Task<JsonNode> DescribeAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear(); // the description depends on no machine's settings
        builder.AddServer();
        builder.Logging.ClearProviders();
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddSingleton<IServer, NoServer>();
        AddAbsent<IConversationAgent>(builder.Services);
        AddAbsent<IConversationStore>(builder.Services);
        AddAbsent<IArtifactStore>(builder.Services);
        AddAbsent<ITemplateStore>(builder.Services);
        AddAbsent<IRunStore>(builder.Services);
        AddAbsent<IQueryService>(builder.Services);
        AddAbsent<IResults>(builder.Services);
        AddAbsent<IJobs>(builder.Services);
        AddAbsent<ICatalog>(builder.Services);
        AddAbsent<IDatasets>(builder.Services);
        AddAbsent<ICatalogWords>(builder.Services);

        await using var app = builder.Build();
        app.UseServer();
        await app.StartAsync(cancellationToken); // routes are complete only then
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(OpenApiSetup.Document).GetOpenApiDocumentAsync(cancellationToken);
        return JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken))!;
    }

    /// <summary>Routing must know that the type is a service; nobody asks for an instance.</summary>
    private static void AddAbsent<TPort>(IServiceCollection services) where TPort : class =>
        services.AddSingleton<TPort>(_ => throw new InvalidOperationException($"{typeof(TPort).Name} is not there while the API is described."));

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() { }
    }
}
