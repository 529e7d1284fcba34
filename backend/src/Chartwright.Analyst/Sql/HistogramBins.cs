using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Sql;

/// <summary>Bins of a histogram: a round width that gives 8 to 30 of them, or none where every value has its own bar.</summary>
internal sealed record HistogramBins(double? Width)
{
    private const int OwnBars = 20;
    private const double Target = 16;

    public static HistogramBins For(SchemaColumn column)
    {
        if (column.Min is not { } min || column.Max is not { } max || max <= min) return new((double?)null);
        var whole = column.Source.Type.Contains("INT", StringComparison.OrdinalIgnoreCase);
        if (whole && column.Distinct <= OwnBars) return new((double?)null);
        var raw = (max - min) / Target;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var width = (raw / magnitude) switch { <= 1.2 => 1, <= 2.4 => 2, <= 6 => 5, _ => 10.0 } * magnitude;
        return new(whole ? Math.Max(1, width) : Math.Round(width, 10));
    }
}
