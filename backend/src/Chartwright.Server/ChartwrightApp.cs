using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Chartwright.Server.Artifacts;
using Chartwright.Server.Catalog;
using Chartwright.Server.Chat;
using Chartwright.Server.Config;
using Chartwright.Server.Contracts;
using Chartwright.Server.Conversations;
using Chartwright.Server.Datasets;
using Chartwright.Server.Frame;
using Chartwright.Server.Health;
using Chartwright.Server.Http;
using Chartwright.Server.Jobs;
using Chartwright.Server.Problems;
using Chartwright.Server.Query;
using Chartwright.Server.Runs;
using Chartwright.Server.Security;
using Chartwright.Server.Sse;
using Chartwright.Server.Startup;
using Chartwright.Server.StaticExport;
using Chartwright.Server.Telemetry;
using Chartwright.Server.Templates;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Chartwright.Server;

/// <summary>Composition root: which service answers which port, and in what order a request meets them.</summary>
internal static class ChartwrightApp
{
    /// <summary>Services of this room. The rooms below are added by <see cref="Rooms"/>; tests add fakes at the ports instead.</summary>
    public static void AddServer(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddOptions<ServerOptions>(ServerOptions.Section);
        var limits = builder.AddOptions<LimitOptions>(LimitOptions.Section);
        builder.AddOptions<RunOptions>(RunOptions.Section);
        var auth = builder.AddOptions<AuthOptions>(AuthOptions.Section);
        builder.AddChartwrightTelemetry(builder.AddOptions<TelemetryOptions>(TelemetryOptions.Section));
        builder.AddChartwrightAuth(auth, builder.Configuration[$"{ServerOptions.Section}:Data"] ?? new ServerOptions().Data);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.BodyBytes;
        });
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        services.ConfigureHttpJsonOptions(json =>
        {
            ChartwrightJson.Apply(json.SerializerOptions);
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true); // one place turns failures into problems
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddChartwrightOpenApi();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<WebRoot>().AddSingleton<ExportFiles>().AddSingleton<FrameFiles>();
        services.AddSingleton<HostPolicy>().AddSingleton<AppHeaders>().AddSingleton<RequestGuard>();
        services.AddSingleton<RunExecutor>().AddSingleton<RunHistory>().AddSingleton<RunRegistry>().AddSingleton<ChatStarter>().AddSingleton<ArtifactWriter>().AddSingleton<DatasetDependents>();
        services.AddHostedService(provider => provider.GetRequiredService<RunRegistry>());
        services.AddSingleton<StorageStartup>().AddHostedService(provider => provider.GetRequiredService<StorageStartup>());
        services.AddSingleton<CatalogStartup>().AddHostedService(provider => provider.GetRequiredService<CatalogStartup>());
    }

    public static void UseServer(this WebApplication app)
    {
        var auth = app.Services.GetRequiredService<IOptions<AuthOptions>>().Value;
        app.UseExceptionHandler(_ => { });
        app.UseMiddleware<RequestGuard>();
        app.UseStatusCodePages(context => ProblemWriter.WriteForStatusAsync(context.HttpContext));
        app.UseWhen(Compression.IsWorthIt, branch => branch.UseResponseCompression());
        app.UseRouting();
        app.Use((context, next) =>
        {
            QueryCaller.Current = context.Connection.RemoteIpAddress?.ToString() ?? "";
            return next(context);
        });
        app.UseChartwrightAuth(auth);
        app.UsePages();
        app.UseStorage();

        var api = app.MapGroup("/api");
        app.MapChat(api);
        api.MapRuns();
        api.MapQuery();
        api.MapCatalog();
        api.MapDatasets(app.Services.GetRequiredService<IOptions<LimitOptions>>().Value);
        api.MapJobs();
        api.MapConversations();
        api.MapArtifacts();
        api.MapTemplates();
        api.MapConfig();
        app.MapHealth();
        app.MapOpenApi();
        if (auth.IsConfigured) app.MapLogin();
    }

    /// <summary>The first seconds after a start: routes that keep things wait until the database is there.</summary>
    private static void UseStorage(this WebApplication app)
    {
        var storage = app.Services.GetRequiredService<StorageStartup>();
        app.Use(async (context, next) =>
        {
            if (!storage.Ready.IsCompletedSuccessfully && !HealthEndpoints.IsHealth(context)) await storage.Ready.WaitAsync(context.RequestAborted);
            await next(context);
        });
    }

    private static TOptions AddOptions<TOptions>(this WebApplicationBuilder builder, string section) where TOptions : class, new()
    {
        builder.Services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        return builder.Configuration.GetSection(section).Get<TOptions>() ?? new();
    }
}
