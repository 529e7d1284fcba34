namespace Chartwright.Core.Queries;

/// <summary>What a chart of a large result needs.</summary>
/// <param name="Points">Rows at most.</param>
/// <param name="X">Column along the axis; null to let the types decide: the first date or time, the first number of a scatter, a text before the numbers.</param>
/// <param name="Y">Columns drawn; empty for all numbers.</param>
/// <param name="Series">Column whose values are lines of their own; null for the first text of few values, or for none when <paramref name="X"/> names a category.</param>
/// <param name="IsSum">The caller says that <paramref name="Y"/> may be added up: only then the categories left out become one row.</param>
public sealed record SampleRequest(int Points, string? X = null, IReadOnlyList<string>? Y = null, string? Series = null, bool IsSum = false);

/// <param name="Result">Rows are the chosen ones in the statement's order, a row of the rest last; the total is the statement's.</param>
public sealed record SampledResult(QueryResult Result, Sampling Sampling);

/// <summary>How rows were chosen.</summary>
/// <param name="FromRows">Rows of the whole result.</param>
/// <param name="ToRows">Rows chosen, with the row of the rest.</param>
/// <param name="Rest">The row of what was left out, where there is one.</param>
public sealed record Sampling(
    SamplingMethod Method, long FromRows, int ToRows, string? X, IReadOnlyList<string> Y, string? Series, SamplingRest? Rest = null);

/// <param name="Label">Its value in the column of the axis.</param>
/// <param name="Categories">How many are added up in it.</param>
public sealed record SamplingRest(string Label, long Categories);

public enum SamplingMethod
{
    /// <summary>Nothing was left out.</summary>
    All,

    /// <summary>Along an ordered axis in buckets of equal width: the first and last row of each, those with the least and greatest value of every drawn column, and one with a gap.</summary>
    MinMax,

    /// <summary>The categories with the greatest values.</summary>
    Top,

    /// <summary>Some rows of each category, none of which fits whole: the greatest, the least, and others by chance.</summary>
    Share,

    /// <summary>The first rows: nothing orders the result.</summary>
    First,
}
