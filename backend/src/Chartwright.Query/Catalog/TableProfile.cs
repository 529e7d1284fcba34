using Chartwright.Core.Catalog;

namespace Chartwright.Query.Catalog;

/// <summary>What one pass over a table's rows told; depends on nothing but the rows, so it can be kept.</summary>
internal sealed record TableProfile(long RowCount, IReadOnlyList<ProfiledColumn> Columns)
{
    public ProfiledColumn? FindColumn(string name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>True if every row has a value in the column and no two have the same.</summary>
    public bool IsUnique(ProfiledColumn column) =>
        RowCount > 0 && column.Profile.NullCount == 0 && column.Profile.DistinctCount == RowCount;
}

/// <param name="AverageLength">Characters per value of a text column; 0 for other types.</param>
internal sealed record ProfiledColumn(string Name, string Type, ColumnProfile Profile, double AverageLength)
{
    public long ValueCount(long rowCount) => rowCount - Profile.NullCount;
}
