using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Wording;

/// <summary>Parts of a plan as words, lower case: for titles, axes and sentences.</summary>
internal static class Terms
{
    public static string Measure(Measure measure)
    {
        if (measure.PerTable is { } per) return $"{Plural(measure.Table)} per {Singular(per)}";
        if (measure.Column is null) return $"number of {Plural(measure.Table)}";
        var title = measure.Column.Title;
        return measure.Fn switch
        {
            AggFn.Sum => title.StartsWith("total", StringComparison.OrdinalIgnoreCase) ? title : $"total {title}",
            AggFn.Avg => $"average {title}",
            AggFn.Median => title.StartsWith("median", StringComparison.OrdinalIgnoreCase) ? title : $"median {title}",
            AggFn.Min => $"lowest {title}",
            AggFn.Max => $"highest {title}",
            AggFn.StdDev => $"standard deviation of {title}",
            AggFn.CountDistinct => $"number of distinct {PluralOf(title)}",
            _ => $"number of {PluralOf(title)}",
        };
    }

    public static string Dimension(Dimension dimension) => dimension.Grain is { } grain ? Grain(grain) switch { "hour" => "hour", var unit => unit }
        : dimension.Entity is { } entity && (dimension.Columns.Count > 1 || dimension.Column.NameWords[^1] is "name" or "title") ? Singular(entity)
        : dimension.Column.Title;

    public static string Grain(TimeGrain grain) => grain switch
    {
        TimeGrain.Year => "year", TimeGrain.Quarter => "quarter", TimeGrain.Month => "month", TimeGrain.Week => "week", TimeGrain.Day => "day", TimeGrain.Hour => "hour",
        TimeGrain.Weekday => "weekday", TimeGrain.MonthOfYear => "month of the year", _ => "hour of the day",
    };

    public static string Singular(SchemaTable table)
    {
        var words = table.Words.ToList();
        words[^1] = SingularOf(words[^1]);
        return string.Join(' ', words);
    }

    public static string Plural(SchemaTable table)
    {
        var words = table.Words.ToList();
        words[^1] = PluralOf(words[^1]);
        return string.Join(' ', words);
    }

    public static string PluralOf(string word) => word switch
    {
        "person" => "people",
        _ when word.EndsWith('s') || word is "staff" or "data" or "people" or "faculty" or "employment" or "housing" => word,
        _ when word.EndsWith('y') && word.Length > 2 && !"aeiou".Contains(word[^2], StringComparison.Ordinal) => word[..^1] + "ies",
        _ when word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) || word.EndsWith('x') => word + "es",
        _ => word + "s",
    };

    private static string SingularOf(string word) => word switch
    {
        "people" => "person",
        _ when word.EndsWith("ies", StringComparison.Ordinal) && word is not ("movies" or "series" or "species") => word[..^3] + "y",
        _ when word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && word is not ("series" or "species" or "news") => word[..^1],
        _ => word,
    };
}
