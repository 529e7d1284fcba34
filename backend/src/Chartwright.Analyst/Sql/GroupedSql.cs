namespace Chartwright.Analyst.Sql;

/// <summary>The parts of a grouped SELECT, so that more columns can be laid over it.</summary>
/// <param name="Source">FROM and WHERE.</param>
/// <param name="Keys">Grouped by but not shown: keys that keep things of equal name apart.</param>
internal sealed record GroupedSql(
    string Source,
    IReadOnlyList<(string Text, string Name)> Dimensions,
    IReadOnlyList<string> Keys,
    IReadOnlyList<(string Text, string Name)> Measures,
    string Having,
    string Qualify,
    string Order)
{
    /// <summary>Common table expressions the source reads.</summary>
    public string With { get; init; } = "";

    /// <summary>False when the source is grouped already.</summary>
    public bool IsGrouped { get; init; } = true;

    /// <summary>The statement without WITH, ORDER BY and LIMIT.</summary>
    public string Select(IEnumerable<string>? more = null)
    {
        var columns = Dimensions.Concat(Measures).Select(column => column.Text == SqlNames.Quote(column.Name) || column.Text.EndsWith("." + SqlNames.Quote(column.Name), StringComparison.Ordinal) ? column.Text : $"{column.Text} AS {SqlNames.Quote(column.Name)}").Concat(more ?? []);
        var groups = IsGrouped && Dimensions.Count > 0 ? "\nGROUP BY " + string.Join(", ", Dimensions.Select(dimension => dimension.Text).Concat(Keys).Distinct()) : "";
        return $"SELECT {string.Join(", ", columns)}\nFROM {Source}{groups}{Having}{Qualify}";
    }
}
