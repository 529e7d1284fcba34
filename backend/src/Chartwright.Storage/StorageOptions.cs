namespace Chartwright.Storage;

public enum StorageProvider { Sqlite, Postgres }

/// <summary>Where conversations, artifacts and templates are kept (<c>Chartwright:Storage</c>).</summary>
public sealed class StorageOptions
{
    public const string Section = "Chartwright:Storage";

    /// <summary><c>Sqlite</c>: one file in the data folder. <c>Postgres</c>: PostgreSQL or Supabase by <see cref="ConnectionString"/>.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Needed for PostgreSQL; for SQLite it replaces the default file <c>chartwright.db</c> in the data folder.</summary>
    public string? ConnectionString { get; set; }
}
