namespace Chartwright.Analyst.Language;

/// <summary>The grammar's own words and phrases, as normalised tokens joined by spaces.</summary>
internal static class Lexicon
{
    public sealed record Entry(SpanKind Kind, object? Payload, double Score);

    public const int LongestPhrase = 6;

    private static readonly Dictionary<string, Entry> Entries = Build();

    public static Entry? Find(string phrase) => Entries.GetValueOrDefault(phrase);

    /// <summary>Single words long enough to be found again when misspelt.</summary>
    public static IReadOnlyList<string> TypoTargets { get; } = [.. Entries.Keys.Where(key => key.Length >= 5 && !key.Contains(' ', StringComparison.Ordinal))];

    private static Dictionary<string, Entry> Build()
    {
        var map = new Dictionary<string, Entry>(StringComparer.Ordinal);
        void Add(SpanKind kind, object? payload, string phrases, double score = 0.95)
        {
            foreach (var phrase in phrases.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) map[phrase] = new(kind, payload, score);
        }

        Add(SpanKind.Aggregate, AggFn.Sum, "total|sum|sum of|the sum of|total amount of|totals|overall|combined|summed|sum up|total of|sum total|sum total of|aggregate|cumulated|totaling|in total");
        Add(SpanKind.Aggregate, AggFn.Sum, "how much", 0.8);
        Add(SpanKind.Aggregate, AggFn.Avg, "average|mean|avg|on average|averages|average of|the average of|mean of|averaged|average value of|average number of|typical|averaging");
        Add(SpanKind.Aggregate, AggFn.Median, "median|median of|medians");
        Add(SpanKind.Aggregate, AggFn.Max, "maximum|max|maximal|maximum of|max of|peak");
        Add(SpanKind.Aggregate, AggFn.Min, "minimum|min|minimal|minimum of|min of");
        Add(SpanKind.Aggregate, AggFn.StdDev, "standard deviation|standard deviation of|stdev|stddev|std dev");

        Add(SpanKind.Count, false, "number of|the number of|numbers of|how many|count of|total number of|the total number of|num of|# of|total count of|total number|the total number|amounts of|a count of|counts of|frequency of|count|counts|counting|counted|volume of|nr of|no of");
        Add(SpanKind.Count, false, "number|numbers|frequency|the number|how often|occurrences|occurrences of", 0.6);
        Add(SpanKind.Count, true, "number of different|number of distinct|number of unique|how many different|how many distinct|how many unique|count of distinct|count of unique|distinct count of|unique count of|distinct number of|count distinct|number of individual|total number of different|total number of distinct|total number of unique|distinct count|unique count");
        Add(SpanKind.Distinct, null, "different|distinct|unique|various|respective|individual|separate|single", 0.5);

        Add(SpanKind.Group, new GroupMark(By: true), "by|grouped by|group by|broken down by|break down by|broken out by|split out by|segmented by|categorized by|categorised by|classified by|breakdown by|by each|by every|by the|by different|by all|grouped with|grouping by|groups by|group it by|aggregated by|summarized by|bucketed by|binned by");
        Add(SpanKind.Group, new GroupMark(), "across|across all|across different|across each|across various|across the|among|among different|among the|according to|depending on|for different|for various|in different|of different|from different|with different|for the different|in the different|in various|of various|with respect to|based on|in terms of|for all the different|from various|within different|between different|differ by|vary by|varies by|varies across|differs by|differ across");
        Add(SpanKind.Group, new GroupMark(Each: true), "per|for each|for every|each|every|in each|in every|of each|of every|from each|from every|within each|within every|on each|at each|to each|with each|for each of the|for each of|for each different|in each of the|in each of|for each individual|of each of the|by individual|each of the|each of|under each|among each|across every|belonging to each|for each type of|during each|at every|on every");
        Add(SpanKind.Group, new GroupMark(Series: true), "color by|colored by|coloured by|colour by|color coded by|split by|stacked by|stack by|separated by|divided by|faceted by|colored according to|with color by|color the|and color by|one line per|one line for each|a line for each|a line per|with a line for each|segment by|shaded by|hue by|with colors by|using color for");
        Add(SpanKind.Group, new GroupMark(Postfix: true), "wise", 0.9);

        Add(SpanKind.Trend, null, "over time|trend|trends|trend of|trend in|trends in|evolution|evolution of|time series|time series of|timeline|timeline of|historical|history of|tendency|tendency of|evolve|evolved|evolves|developed over time|development of|development over time|change over time|changed over time|changes over time|changing over time|across time|through time|with time|as time goes by|over the time|trending|progression of|progression|over the course of time");
        Add(SpanKind.Trend, TimeGrain.Year, "over the years|over years|through the years|across the years|across years|throughout the years|over the different years|over all years|change over the years|changed over the years|changes over the years|varies over the years|varied over the years|vary over the years|evolved over the years|trend over the years|trends over the years|trend over years|by the year|along the years|changing over the years|with the years");
        Add(SpanKind.Trend, TimeGrain.Month, "over the months|over months|across months|across the months|trend over the months|through the months");
        Add(SpanKind.Trend, TimeGrain.Day, "over the days|over days|across days|day to day|day by day");
        Add(SpanKind.Trend, TimeGrain.Week, "over the weeks|over weeks|across weeks|week by week");
        Add(SpanKind.Trend, TimeGrain.Quarter, "over the quarters|over quarters|across quarters|quarter by quarter");

        foreach (var (grain, adverbs, nouns) in new[]
        {
            (TimeGrain.Year, "yearly|annual|annually|year by year|each year|per year|by year|every year|per annum|for each year|in each year|of each year|for every year|by calendar year", "year|years"),
            (TimeGrain.Quarter, "quarterly|each quarter|per quarter|by quarter|every quarter|for each quarter|in each quarter", "quarter|quarters"),
            (TimeGrain.Month, "monthly|month by month|each month|per month|by month|every month|for each month|in each month|of each month|for every month", "month|months"),
            (TimeGrain.Week, "weekly|each week|per week|by week|every week|for each week|in each week", "week|weeks"),
            (TimeGrain.Day, "daily|each day|per day|by day|every day|for each day|by date|per date|in each day|on each day|each date|for each date", "day|days|date|dates"),
            (TimeGrain.Hour, "hourly|each hour|per hour|by hour|every hour|for each hour", "hour|hours"),
            (TimeGrain.Weekday, "by weekday|per weekday|each weekday|by day of week|by day of the week|per day of week|per day of the week|each day of the week|for each day of the week|by days of the week|for each weekday|on each day of the week|which day of the week|what day of the week|by the day of the week", "weekday|weekdays|day of week|day of the week|days of the week|day name"),
            (TimeGrain.MonthOfYear, "by month of year|by month of the year|per month of the year|by calendar month|seasonality|seasonal pattern|each month of the year", "month of year|month of the year|calendar month"),
            (TimeGrain.HourOfDay, "by hour of day|by hour of the day|per hour of day|by time of day|per hour of the day|each hour of the day", "hour of day|hour of the day|time of day"),
        })
        {
            Add(SpanKind.Grain, new GrainMark(grain, Adverb: true), adverbs, 1.0);
            Add(SpanKind.Grain, new GrainMark(grain, Adverb: false), nouns, 0.85);
        }

        Add(SpanKind.Rank, new RankMark(true, null), "top|the top|top ranked|top ranking", 0.95);
        Add(SpanKind.Rank, new RankMark(false, null), "bottom|the bottom|worst performing|lowest ranked", 0.95);
        Add(SpanKind.Rank, new RankMark(true, null, ByTime: true), "latest|most recent|newest|last few", 0.85);
        Add(SpanKind.Rank, new RankMark(false, null, ByTime: true), "earliest|oldest dated", 0.85);

        Add(SpanKind.Compare, new CompareMark(CompareOp.Greater, []), "more than|greater than|larger than|higher than|over|above|exceeding|exceeds|exceed|bigger than|beyond|>|better than|are over|is over|is above|are above|is more than|are more than|was over|were over|in excess of|exceeded|is greater than|is higher than|are higher than|upwards of|surpassing|no fewer");
        Add(SpanKind.Compare, new CompareMark(CompareOp.GreaterOrEqual, []), "at least|no less than|not less than|greater than or equal to|more than or equal to|>=|minimum of|no fewer than|not fewer than|not under|not below|a minimum of|equal to or greater than|equal or more than|from at least|higher than or equal to|is at least");
        Add(SpanKind.Compare, new CompareMark(CompareOp.Less, []), "less than|fewer than|smaller than|lower than|under|below|<|is less than|are under|is under|is below|are below|worse than|was under|is lower than|are lower than|is smaller than|beneath");
        Add(SpanKind.Compare, new CompareMark(CompareOp.LessOrEqual, []), "at most|no more than|not more than|up to|<=|less than or equal to|maximum of|not over|not above|no greater than|not greater than|equal to or less than|lower than or equal to|a maximum of|no higher than|not exceeding|is at most");
        Add(SpanKind.Compare, new CompareMark(CompareOp.Equal, []), "equal to|equals|exactly|=|is equal to|equaling|precisely|are equal to");
        Add(SpanKind.Compare, new CompareMark(CompareOp.NotEqual, []), "not equal to|!=|<>|is not equal to|does not equal|unequal to");
        Add(SpanKind.Compare, new CompareMark(CompareOp.Between, []), "between|is between|are between|ranging from|ranges from|in between|in the range of|in the range|range from");
        Add(SpanKind.Compare, new CompareMark(CompareOp.GreaterOrEqual, [], Postfix: true), "or more|and up|or above|or higher|or greater|and above|or over|or older|and over|and more|and higher|or longer|plus|and older|or later");
        Add(SpanKind.Compare, new CompareMark(CompareOp.LessOrEqual, [], Postfix: true), "or less|or fewer|or below|or lower|or under|and below|and under|or younger|or cheaper|or shorter|and less|or smaller");
        foreach (var (words, more, less) in new[]
        {
            ("age", "older than|is older than|are older than|aged over|aged above", "younger than|is younger than|are younger than|aged under|aged below"),
            ("weight", "heavier than", "lighter than"), ("height", "taller than", "shorter in height than"), ("price|cost|fare|fee", "costing more than|more expensive than|priced above|priced over|pricier than|costs more than|that cost more than", "costing less than|cheaper than|priced below|priced under|costs less than|that cost less than"),
            ("duration|length|runtime|time", "longer than|lasting more than", "shorter than|lasting less than"), ("speed", "faster than", "slower than"), ("depth", "deeper than", "shallower than"),
            ("salary|income|pay", "earning more than|earn more than|paid more than|who earn more than|earns more than", "earning less than|earn less than|paid less than"), ("rating|score", "rated above|rated over|rated higher than|scoring above", "rated below|rated under|rated lower than"),
            ("temperature", "warmer than|hotter than", "colder than|cooler than"),
        })
        {
            Add(SpanKind.Compare, new CompareMark(CompareOp.Greater, words.Split('|')), more, 1.0);
            Add(SpanKind.Compare, new CompareMark(CompareOp.Less, words.Split('|')), less, 1.0);
        }
        Add(SpanKind.Compare, new CompareMark(CompareOp.Between, ["age"]), "aged between|aged from", 1.0);
        Add(SpanKind.CompareAverage, CompareOp.Greater, "above average|above the average|greater than average|greater than the average|higher than average|higher than the average|more than average|more than the average|larger than average|larger than the average|over the average|better than average|exceeding the average|greater than the mean|above the mean|above mean|larger than the mean|above-average", 1.05);
        Add(SpanKind.CompareAverage, CompareOp.Less, "below average|below the average|less than average|less than the average|lower than average|lower than the average|smaller than the average|under the average|fewer than average|below the mean|worse than average|less than the mean|lower than the mean", 1.05);

        Add(SpanKind.SortBy, null, "sorted by|sort by|ordered by|order by|ranked by|sort it by|sort them by|order them by|ordered according to|sorted according to|sorted on|arranged by|rank them by|order the results by|sort the results by|order results by|arrange by|sort results by");
        Add(SpanKind.SortBy, null, "sort|sorted|ordered|rank by", 0.6);
        Add(SpanKind.Negation, null, "not|not counting|without counting|not considering|leaving aside|disregarding|excluding|except|except for|other than|but not|exclude|ignoring|non|excludes|apart from|aside from|leaving out|that are not|who are not|which are not|isn't|aren't|is not|are not|not in|not from|is not in|not including|doesn't|don't|wasn't|weren't|outside|outside of|that is not|not located in|never|neither|nor|besides|omit|omitting|with the exception of|not the|not a");
        Add(SpanKind.Absent, null, "never took|never take|never had|never have|never made|never placed|who never took|who never had|who never made|who never placed|that never had|have never had|has never had|have never made|have never placed|have never taken|not enrolled in any|are not enrolled in any|who are not enrolled in any|without|without any|with no|without a|without an|that do not have|who do not have|which do not have|that don't have|who don't have|that have no|who have no|that does not have|that have not|who have not|do not have|does not have|don't have|doesn't have|have no|has no|that have never|who have never|who did not|that did not|lacking|have not|have never|did not have|that do not have any|who do not have any|do not have any|don't have any|have not had|not having|not having any");

        Add(SpanKind.Share, null, "share|share of|the share of|percentage|percentage of|the percentage of|percent|percent of|proportion|proportion of|the proportion of|proportions|proportions of|% of|fraction|fraction of|contribution|contribution of|contribution to|breakdown of|percentages|shares|shares of|relative share of|what percentage of|what percent of|what share of|what proportion of|what fraction of|composition|composition of|makeup of|market share|%|pct|breakdown|the breakdown of");
        Add(SpanKind.Growth, null, "growth|growth in|growth of|growth rate|growth rate of|year over year|yoy|month over month|mom|year on year|month on month|percent change|percentage change|percent change in|change in|the change in|rate of change|increase in|decrease in|increase of|increase|decrease|decline|decline in|change from previous|compared to the previous|compared with the previous|compared to previous|vs previous|vs last|versus last|compared to last|compared with last|quarter over quarter|qoq|wow|week over week|year-over-year|change|growing|grew|grow|grown|percentage increase|percent increase|percentage growth|percent growth|percentage change in|pct change|changed|increased|decreased|difference", 0.8);
        Add(SpanKind.Cumulative, null, "cumulative|cumulatively|running total|running total of|running sum|running sum of|accumulated|cumulated|cumulative sum|cumulative sum of|cumulative total|cumulative total of|accumulative|cumulative number of", 0.98);
        Add(SpanKind.Moving, null, "moving average|rolling average|moving average of|rolling average of|rolling mean|moving mean|running average|smoothed", 0.98);
        Add(SpanKind.Distribution, null, "distribution|distribution of|the distribution of|distributed|distributions|distributions of|spread of|frequency distribution of|frequency distribution|range of values of", 0.95);
        Add(SpanKind.Correlation, null, "correlation|correlation between|correlation of|correlate|correlated|correlates|correlates with|relationship between|relationship of|relationship|relation between|relation of|relate|relates|related to|relation|correlations between|association between|dependence of|depend on|depends on|impact of|effect of|influence of|affect|affects|as a function of|connection between|link between|is there a relationship between|is there a correlation between|relates to");
        Add(SpanKind.Versus, null, "vs|versus|against|compared to|compared with|in comparison to|v|in comparison with|plotted against|as opposed to");
        Add(SpanKind.Versus, null, "compare|comparison of|comparison between|comparing|comparison|the comparison of|difference between|differences between|the difference between|compares|contrast", 0.75);
        Add(SpanKind.Versus, null, "to", 0.05);

        foreach (var (kind, phrases) in new[]
        {
            (ChartKind.Bar, "bar chart|bar graph|bar plot|barchart|bargraph|barplot|bars|bar|column chart|column graph|bar charts|bar graphs|bar diagram|vertical bar chart|horizontal bar chart|horizontal bars|columns chart|ranked bar chart"),
            (ChartKind.StackedBar, "stacked bar chart|stacked bar|stacked bars|stacked bar graph|stacked column chart|stack bar chart|stacking bar chart|stacked columns|stacked barchart|stacked|stacked chart|stacking bar|stacked bar plot"),
            (ChartKind.GroupedBar, "grouped bar chart|grouped bars|grouped bar|clustered bar chart|clustered bars|grouped column chart|grouped bar graph|side by side bar chart|side by side bars|group bar chart|side by side|grouped bar plot|clustered column chart"),
            (ChartKind.Line, "line chart|line graph|linechart|line plot|line|lines|multi line chart|multiline chart|line charts|trend line|trend chart|trendline|linegraph|grouping line chart|lineplot|multi line graph|line diagram|time series chart|time series plot"),
            (ChartKind.Area, "area chart|area graph|area plot|stacked area chart|areachart|area diagram|stacked area"),
            (ChartKind.Pie, "pie chart|pie|piechart|pie graph|donut|donut chart|doughnut|doughnut chart|pie charts|pie plot|pie diagram|ring chart"),
            (ChartKind.Scatter, "scatter plot|scatterplot|scatter chart|scatter|scatter graph|scatter plots|scattergram|scatter diagram|bubble chart|bubble plot|grouping scatter chart|point chart|dot plot|bubble graph|scatterplots|scattered plot"),
            (ChartKind.Histogram, "histogram|histogram of|histograms|histogram chart|a histogram of"),
            (ChartKind.Table, "as a table|in a table|table|as table|data table|tabular form|in tabular form|in table form|table view|as a list|in table format"),
            (ChartKind.Number, "as a number|single number|kpi|big number|metric card|scorecard"),
        })
        {
            foreach (var phrase in phrases.Split('|'))
            {
                var words = phrase.Count(c => c == ' ') + 1;
                if (kind != ChartKind.Table) foreach (var lead in (string[])["by a", "by", "by using a", "by means of a"]) map[$"{lead} {phrase}"] = new(SpanKind.Chart, kind, words > 1 || lead != "by" ? 1.0 : 0.5); // "shown by a bar chart" groups nothing
                map[phrase] = new(SpanKind.Chart, kind, words > 1 || phrase is "histogram" or "scatterplot" or "pie" or "scatter" or "donut" or "barchart" or "linechart" or "piechart" ? 1.0 : phrase is "table" or "columns" or "lines" or "line" or "bar" ? 0.7 : 0.8);
            }
        }

        Add(SpanKind.And, null, "and|as well as|along with|together with|plus|&|,|and also|and the|, and|and their|and its|/|and all", 0.9);
        Add(SpanKind.Or, null, "or|either|and or", 0.9);
        Add(SpanKind.Everything, null, "all|all of the|all the|any", 0.5);
        Add(SpanKind.Listing, null, "list|list all|show all|list the|return|return the|give|what are the names of|who are|list of|names of", 0.4);
        return map;
    }
}
