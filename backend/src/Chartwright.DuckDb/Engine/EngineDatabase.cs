using System.Globalization;
using Chartwright.Core.Errors;
using Chartwright.DuckDb.Native;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Chartwright.DuckDb;

/// <summary>Opens the in-memory database and, when asked, locks it.</summary>
internal static class EngineDatabase
{
    // what a connection may still set on itself after the lock
    private const string ChangeableAfterLock = "['enable_progress_bar','enable_progress_bar_print','streaming_buffer_size','errors_as_json']";

    /// <exception cref="ChartwrightException"><see cref="ErrorCode.EngineUnavailable"/>: a setting was refused.</exception>
    public static DuckDBDatabase Open(DuckDbOptions options)
    {
        if (!Configuration.DuckDBCreateConfig(out var config).IsSuccess()) throw Unavailable("configuration", null);
        using (config)
        {
            foreach (var (name, value) in StartSettings(options))
            {
                // the state is the only sign: a setting refused here would leave an engine without it
                if (!Configuration.DuckDBSetConfig(config, name, value).IsSuccess()) throw Unavailable(name, null);
            }

            if (!Startup.DuckDBOpen(":memory:", out var database, config, out var error).IsSuccess())
                throw Unavailable("start", new DuckDbNativeException(DuckDBErrorType.Connection, error));
            try
            {
                using var connection = new EngineConnection(database);
                foreach (var statement in Statements(options)) connection.Execute(statement);
                return database;
            }
            catch (DuckDbNativeException e)
            {
                database.Dispose();
                throw Unavailable("settings", e);
            }
        }
    }

    private static IEnumerable<(string Name, string Value)> StartSettings(DuckDbOptions options)
    {
        yield return ("autoinstall_known_extensions", "false");
        yield return ("autoload_known_extensions", "false");
        yield return ("allow_community_extensions", "false");
        yield return ("errors_as_json", "true");
        yield return ("memory_limit", options.MemoryLimit);
        yield return ("threads", options.Threads.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>In the one order that works: the directories and the temp directory cannot be set once external access is off.</summary>
    private static IEnumerable<string> Statements(DuckDbOptions options)
    {
        if (options.Locked && options.AllowedDirectories.Count > 0)
            yield return $"SET allowed_directories=[{string.Join(',', options.AllowedDirectories.Select(directory => SqlText.Literal(Directory(directory))))}]";
        yield return $"SET temp_directory={SqlText.Literal(options.TempDirectory ?? "")}";
        if (options.TempDirectory is not null) yield return $"SET max_temp_directory_size={SqlText.Literal(options.MaxTempSize)}";
        yield return "SET GLOBAL TimeZone='UTC'";
        if (!options.Locked) yield break;
        yield return $"SET allowed_configs={ChangeableAfterLock}";
        yield return "SET enable_external_access=false";
        yield return "SET lock_configuration=true";
    }

    /// <summary>With a separator at its end: DuckDB compares prefixes, and <c>/data</c> is one of <c>/database</c>.</summary>
    private static string Directory(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;

    private static ChartwrightException Unavailable(string what, Exception? cause) =>
        new(ErrorCode.EngineUnavailable, $"The SQL engine refused its {what}.", innerException: cause);
}
