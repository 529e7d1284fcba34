using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Chartwright.Server.Config;
using Chartwright.Server.Startup;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Chartwright.Server.Cli;

/// <summary><c>chartwright serve</c>: one process, one address, until Ctrl-C or SIGTERM.</summary>
internal sealed class ServeCommand
{
    private readonly Option<int?> _port = new("--port") { Description = $"Port on this machine (default {ServerOptions.DefaultPort}, the next free one if that is taken)." };
    private readonly Option<string?> _data = new("--data") { Description = "Folder of uploads, results and history (default ./data)." };
    private readonly Option<string?> _urls = new("--urls") { Description = "Addresses to listen on instead, separated by ';'. Others than this machine's need a password." };

    /// <summary>Makes <paramref name="command"/> serve.</summary>
    public static void AddTo(Command command)
    {
        var serve = new ServeCommand();
        command.Options.Add(serve._port);
        command.Options.Add(serve._data);
        command.Options.Add(serve._urls);
        command.SetAction(serve.RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Configuration.AddInMemoryCollection(Flags(arguments));
            Listening.Configure(builder);
            builder.AddServer();
            builder.AddRooms();
            await using var app = builder.Build();
            app.UseServer();
            await StartAsync(app, cancellationToken);
            Console.WriteLine($"Chartwright is ready: {AddressOf(app)}");
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception refusal) when (refusal is InvalidOperationException or IOException or UnauthorizedAccessException or DbException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            await Console.Error.WriteLineAsync($"error: {refusal.Message}");
            return 1;
        }
    }

    /// <summary>A start that fails stops what it had begun: its services are disposed of next.</summary>
    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
            await app.Services.GetRequiredService<StorageStartup>().Ready.WaitAsync(cancellationToken);
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private Dictionary<string, string?> Flags(ParseResult arguments)
    {
        var flags = new Dictionary<string, string?>();
        Set(nameof(ServerOptions.Port), arguments.GetValue(_port)?.ToString(CultureInfo.InvariantCulture));
        Set(nameof(ServerOptions.Data), arguments.GetValue(_data));
        Set(nameof(ServerOptions.Urls), arguments.GetValue(_urls));
        return flags;

        void Set(string name, string? value)
        {
            if (value is not null) flags[$"{ServerOptions.Section}:{name}"] = value;
        }
    }

    /// <summary>The one address to open: the loopback one where there are several.</summary>
    private static string AddressOf(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return (addresses.FirstOrDefault(Listening.IsLoopback) ?? addresses.First()).Replace("//localhost:", "//127.0.0.1:", StringComparison.Ordinal);
    }
}
