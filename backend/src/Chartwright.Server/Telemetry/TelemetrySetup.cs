using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Chartwright.Server.Telemetry;

/// <summary>Console logs, and OpenTelemetry when a collector is configured. Neither holds values of data, SQL or messages.</summary>
internal static class TelemetrySetup
{
    public static void AddChartwrightTelemetry(this WebApplicationBuilder builder, TelemetryOptions options)
    {
        if (options.JsonLogs) builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        else builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace); // what a command prints stays its own
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None); // ours logs, without the query string
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // a failing start is said in one line by the command
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error); // its warnings hold SQL

        if (options.Otlp is not { } collector) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("chartwright"))
            .WithTracing(traces => traces
                .AddSource(ServerTelemetry.Prefix + "*", "Experimental.Microsoft.Extensions.AI")
                .AddAspNetCoreInstrumentation(http => http.Filter = IsShort)
                .AddHttpClientInstrumentation()
                .AddOtlpExporter(exporter => exporter.Endpoint = collector))
            .WithMetrics(metrics => metrics
                .AddMeter(ServerTelemetry.Prefix + "*", "Experimental.Microsoft.Extensions.AI")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(exporter => exporter.Endpoint = collector));
    }

    /// <summary>A stream would be one span of an hour; the run has its own.</summary>
    private static bool IsShort(HttpContext context) =>
        context.Request.Path.Value is not { } path || !(path.EndsWith("/events", StringComparison.Ordinal) || path.EndsWith("/chat", StringComparison.Ordinal));
}
