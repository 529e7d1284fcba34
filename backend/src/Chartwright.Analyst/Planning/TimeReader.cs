using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Finds the time column a plan means and turns dates and grains into filters and dimensions on it.</summary>
internal static class TimeReader
{
    private static readonly TimeSpan StaleAfter = TimeSpan.FromDays(45);

    /// <returns>False when the question speaks of time and no table of the plan has any.</returns>
    public static bool Settle(Draft draft, SchemaTable root, ResultShape shape)
    {
        var named = draft.Dimensions.FirstOrDefault(dimension => dimension.IsTime)?.Column;
        if (draft.TimeGroup is { } group)
        {
            var column = named ?? TimeColumn(draft, root, group.Grain);
            if (column is null) return false;
            if (group.Grain is TimeGrain.Hour or TimeGrain.HourOfDay && column.Type == DataKind.Date) return false;
            var dimension = new Dimension([column], column.IsTemporal ? group.Grain ?? DefaultGrain(column, null) : null, IsSeries: group.IsSeries);
            if (!column.IsTemporal && group.Grain is not (null or TimeGrain.Year)) return false;
            ReadNew(draft, column.Table);
            draft.Dimensions.RemoveAll(other => other.Column == column);
            if (draft.Limit is { PerGroup: false } && draft.Dimensions.Count == 0 || draft.Dimensions.Count == 0) draft.Dimensions.Add(dimension);
            else draft.Dimensions.Insert(draft.Limit is { PerGroup: true } ? draft.Dimensions.Count : 0, dimension);
        }
        foreach (var date in draft.Dates)
        {
            var column = date.Column ?? named ?? draft.Dimensions.FirstOrDefault(dimension => dimension.IsTime)?.Column ?? TimeColumn(draft, root, null);
            if (column is null) return false;
            if (Filter(draft, column, date) is not { } filter) return false;
            draft.Filters.Add(filter);
        }
        MergeDates(draft, shape);
        for (var i = 0; i < draft.Dimensions.Count; i++)
        {
            var dimension = draft.Dimensions[i];
            if (dimension.Column.IsTemporal && dimension.Grain is null) draft.Dimensions[i] = dimension with { Grain = DefaultGrain(dimension.Column, draft.Filters.FirstOrDefault(filter => filter.Column == dimension.Column)?.Range) };
        }
        return true;
    }

    /// <summary>"new members per quarter": members by the time they came.</summary>
    private static void ReadNew(Draft draft, SchemaTable table)
    {
        foreach (var item in draft.Items.Where(item => item.Table == table && item.Span.From > 0 && draft.Tokens[item.Span.From - 1].Norm == "new")) draft.ReadBeside.Add(item.Span.From - 1);
    }

    /// <summary>The root's own time, else that of the table nearest to it; a grain that a year column cannot have asks for a date.</summary>
    public static SchemaColumn? TimeColumn(Draft draft, SchemaTable root, TimeGrain? grain)
    {
        bool Fits(SchemaColumn column) => column.IsTemporal || column.Kind == ColumnKind.YearNumber && grain is null or TimeGrain.Year;
        IEnumerable<SchemaColumn> Of(SchemaTable table) => table.Columns.Where(column => column.IsTime && Fits(column))
            .OrderByDescending(column => grain is TimeGrain.Year && column.Kind == ColumnKind.YearNumber && column.Words is ["year"])
            .ThenByDescending(column => Mentioned(draft, column)).ThenByDescending(column => column == table.MainTime).ThenBy(column => column.Ordinal);
        var own = Of(root).FirstOrDefault();
        if (own is not null) return own;
        return draft.Schema.Tables.Where(table => table != root)
            .Select(table => (Column: Of(table).FirstOrDefault(), Tree: JoinPlanner.Connect(draft.Schema, root, [table]), Mentioned: draft.Items.Any(item => item.Table == table || item.Column?.Table == table)))
            .Where(found => found.Column is not null && found.Tree is { Cost: < 3.5 })
            .OrderBy(found => found.Tree!.Cost - (found.Mentioned ? 0.5 : 0)).Select(found => found.Column).FirstOrDefault();
    }

    /// <summary>A verb of the question near in form to the column's name: "opened" and <c>opened_on</c>.</summary>
    private static bool Mentioned(Draft draft, SchemaColumn column) =>
        draft.Items.Any(item => item.Column == column) || draft.Tokens.Any(token => token.Norm.Length > 3 && column.NameWords.Any(word => word.Length > 3 && Text.Stemmer.Root(word) == Text.Stemmer.Root(token.Norm)));

    public static Filter? Filter(Draft draft, SchemaColumn column, PendingDate date)
    {
        var time = date.Time;
        if (time.Recurring is { } recurring)
        {
            if (!column.IsTemporal) return null;
            return new(column, time.Unit == TimeGrain.Weekday ? FilterOp.Weekdays : FilterOp.Months) { Recurring = recurring, Negated = date.Negated };
        }
        if (!column.IsTemporal && time.Unit is not TimeGrain.Year) return null;
        return new(column, FilterOp.Dates) { Range = time.Resolve(Anchor(draft, column)), Negated = date.Negated, IsRelative = time.IsRelative };
    }

    /// <summary>Today, or the newest day of the data when that is more than 45 days old.</summary>
    private static DateTime Anchor(Draft draft, SchemaColumn column)
    {
        var latest = column.Kind == ColumnKind.YearNumber && column.Max is { } year ? new DateTime((int)Math.Clamp(year, 1, 9999), 12, 31) : column.Latest;
        return latest is { } end && (draft.Today - end > StaleAfter || end > draft.Today.AddYears(5)) ? end.Date : draft.Today;
    }

    /// <summary>Several periods of one column: two compared or in a growth become periods, others a list of which one must hold.</summary>
    private static void MergeDates(Draft draft, ResultShape shape)
    {
        var dates = draft.Filters.Where(filter => filter is { Op: FilterOp.Dates, Negated: false }).ToList();
        if (draft.Has(SpanKind.Growth) && draft.Dates.Select(date => date.Time.Ends).FirstOrDefault(ends => ends is not null) is { } ends && dates.Count == 1 && !draft.Dimensions.Any(dimension => dimension.IsTime))
        {
            draft.Filters.Remove(dates[0]);
            draft.Periods = (ends.First.Resolve(draft.Today), ends.Last.Resolve(draft.Today), dates[0].Column);
            Use(draft, SpanKind.Growth);
            return;
        }
        if (dates.Count != 2 || dates[0].Column != dates[1].Column) return;
        var ordered = dates.OrderBy(filter => filter.Range!.From ?? DateTime.MinValue).ToList();
        if (ordered[0].Range!.To is not { } end || ordered[1].Range!.From is not { } start || end > start) return; // since A and before B: both hold
        draft.Filters.RemoveAll(dates.Contains);
        if (draft.Has(SpanKind.Growth) && !draft.Dimensions.Any(dimension => dimension.IsTime))
        {
            draft.Periods = (ordered[0].Range!, ordered[1].Range!, dates[0].Column);
            Use(draft, SpanKind.Growth);
            return;
        }
        draft.Filters.Add(new(dates[0].Column, FilterOp.Dates) { Range = new(ordered[0].Range!.From, ordered[1].Range!.To) });
        if (shape is ResultShape.Aggregate or ResultShape.Scalar && !draft.Dimensions.Any(dimension => dimension.IsTime))
            draft.AddDimension(new([dates[0].Column], dates[0].Column.IsTemporal ? Unit(ordered[0].Range!) : null, IsSeries: draft.Dimensions.Count > 0));
        if (end < start) draft.Filters[^1] = draft.Filters[^1] with { Gap = new(end, start) };
    }

    private static TimeGrain Unit(DateRange range) => range.From is { } from && range.To is { } to ? (to - from).TotalDays switch { > 200 => TimeGrain.Year, > 60 => TimeGrain.Quarter, > 20 => TimeGrain.Month, _ => TimeGrain.Day } : TimeGrain.Year;

    private static void Use(Draft draft, SpanKind kind)
    {
        foreach (var item in draft.Free(kind)) item.Role = ItemRole.Mark;
    }

    /// <summary>The grain that gives a readable number of points over the data, or over the period asked for.</summary>
    public static TimeGrain DefaultGrain(SchemaColumn column, DateRange? range)
    {
        if (GroupReader.GrainOfName(column) is { } named) return named;
        if (ColumnClassifier.IsUnique(column) && column.Distinct is > 0 and <= 400 && column.Type == DataKind.Date) return NativeGrain(column);
        var from = range?.From ?? column.Earliest;
        var to = range?.To ?? column.Latest;
        if (from is null || to is null) return TimeGrain.Month;
        return (to.Value - from.Value).TotalDays switch { <= 2 when column.Type == DataKind.Timestamp => TimeGrain.Hour, <= 62 => TimeGrain.Day, <= 183 => TimeGrain.Week, <= 1280 => TimeGrain.Month, <= 4400 => TimeGrain.Quarter, _ => TimeGrain.Year };
    }

    /// <summary>How far apart the rows of a series are.</summary>
    private static TimeGrain NativeGrain(SchemaColumn column)
    {
        if (column.Earliest is not { } from || column.Latest is not { } to || column.Distinct < 2) return TimeGrain.Day;
        return ((to - from).TotalDays / (column.Distinct - 1)) switch { > 300 => TimeGrain.Year, > 80 => TimeGrain.Quarter, > 25 => TimeGrain.Month, _ => TimeGrain.Day };
    }
}
