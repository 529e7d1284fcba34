using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Queries;

namespace Chartwright.Analyst.Sql;

/// <summary>What a result column is for.</summary>
internal enum OutputRole { Dimension, Measure, Percent, Bin, Value }

/// <param name="Name">As the statement names it: the key in the artifact's row objects.</param>
/// <param name="Title">In words, for axes and headings.</param>
/// <param name="Source">The column its values come from, for units and formats; null for counts.</param>
internal sealed record OutputColumn(string Name, OutputRole Role, string Title, SchemaColumn? Source = null, Measure? Measure = null, Dimension? Dimension = null);

/// <summary>A value the user may change: bound as <c>$name</c>, declared in the artifact.</summary>
internal sealed record StatementParam(string Name, ParamType Type, string Label, object Value)
{
    public IReadOnlyList<string> Options { get; init; } = [];
    public double? Min { get; init; }
    public double? Max { get; init; }
    public double? Step { get; init; }
}

/// <summary>One SELECT with its values beside it, never in it.</summary>
internal sealed record SqlStatement(string Text, QueryParams Values, IReadOnlyList<StatementParam> Params, IReadOnlyList<OutputColumn> Columns);
