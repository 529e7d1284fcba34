using System.Text.Json;
using System.Text.RegularExpressions;
using Chartwright.Core.Catalog;
using Chartwright.SparkConnect.Batch;
using Chartwright.SparkConnect.Connection;
using Chartwright.SparkConnect.Errors;
using Chartwright.SparkConnect.Protocol;
using Chartwright.SparkConnect.Session;

namespace Chartwright.SparkConnect.Catalog;

/// <summary>Reads the cluster's tables with SHOW TABLES and their schemas.</summary>
public sealed partial class SparkCatalog(SparkChannel channel, SparkOptions options, TimeProvider clock) : IClusterCatalog, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private IReadOnlyList<ClusterTable>? _tables;
    private long _readAt;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ClusterTable>> ListTablesAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_tables is { } known && clock.GetElapsedTime(_readAt) < Fresh) return known;
            var read = await ReadAsync(cancellationToken);
            (_tables, _readAt) = (read, clock.GetTimestamp());
            return read;
        }
        catch (SparkException failure)
        {
            throw SparkTranslator.Translate(failure);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<IReadOnlyList<ClusterTable>> ReadAsync(CancellationToken cancellationToken)
    {
        var session = new SparkSession(channel, Guid.NewGuid(), clock);
        try
        {
            await SessionSetup.PrepareAsync(session, options, cancellationToken);
            SortedSet<string> names = new(StringComparer.Ordinal);
            foreach (var database in options.Databases.DefaultIfEmpty(null)) names.UnionWith(await ListNamesAsync(session, database, cancellationToken));
            List<ClusterTable> tables = [];
            foreach (var name in names.Take(options.MaxTables))
            {
                if (await FindSchemaAsync(session, name, cancellationToken) is { Struct: { } schema }) tables.Add(new(name, [.. schema.Fields.Select(ToColumn)]));
            }
            return tables;
        }
        finally
        {
            await session.CloseAsync(CancellationToken.None);
        }
    }

    private static async Task<IEnumerable<string>> ListNamesAsync(SparkSession session, string? database, CancellationToken cancellationToken)
    {
        var scope = database is null ? "" : $" IN {string.Join('.', database.Split('.').Select(SessionSetup.Quote))}";
        var answers = await SessionSetup.RunAsync(session, $"SHOW TABLES{scope}", cancellationToken);
        var data = answers.Where(answer => answer.SqlCommandResult?.Relation?.LocalRelation is { HasData: true }).Select(answer => answer.SqlCommandResult.Relation.LocalRelation.Data);
        return data.SelectMany(stream => ArrowText.Read(stream, "namespace", "tableName")).Where(row => row[1] is { Length: > 0 })
            .Select(row => database is null || row[0] is not { Length: > 0 } ? Name(row[1]!) : $"{string.Join('.', database.Split('.').Select(Name))}.{Name(row[1]!)}");
    }

    /// <returns>Null for a table whose files or rights are gone: the others are still of use.</returns>
    private static async Task<DataType?> FindSchemaAsync(SparkSession session, string table, CancellationToken cancellationToken)
    {
        try
        {
            return await session.GetSchemaAsync(new() { Sql = new() { Query = $"SELECT * FROM {table}" } }, cancellationToken);
        }
        catch (SparkException failure) when (failure.Fault.Kind is SparkFaultKind.Statement or SparkFaultKind.Server or SparkFaultKind.Storage)
        {
            return null;
        }
    }

    private static ClusterColumn ToColumn(DataType.Types.StructField field) =>
        new(field.Name, SparkColumns.DuckName(field.DataType) ?? field.DataType.KindCase.ToString().ToUpperInvariant(), FindComment(field.Metadata));

    private static string? FindComment(string metadata)
    {
        try
        {
            using var json = JsonDocument.Parse(metadata is "" ? "{}" : metadata);
            return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("comment", out var comment) && comment.ValueKind is JsonValueKind.String ? comment.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Name(string name) => PlainName.IsMatch(name) ? name : SessionSetup.Quote(name);

    [GeneratedRegex("^[a-z_][a-z0-9_]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PlainName { get; }
}
