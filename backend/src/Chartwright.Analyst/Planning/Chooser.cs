namespace Chartwright.Analyst.Planning;

/// <summary>A place where a reading could have gone another way.</summary>
/// <param name="Labels">The options in words, best first.</param>
/// <param name="Scores">Their scores.</param>
internal sealed record ChoicePoint(string Slot, IReadOnlyList<string> Labels, IReadOnlyList<double> Scores, int Taken);

/// <summary>Takes the best option everywhere except where told otherwise, and remembers what else there was: one run of it is one reading.</summary>
internal sealed class Chooser(IReadOnlyDictionary<string, int> forced)
{
    private const double WorthTrying = 0.6;
    private readonly List<ChoicePoint> _points = [];

    public IReadOnlyList<ChoicePoint> Points => _points;

    /// <summary>How much worse than the best the forced options are, summed.</summary>
    public double Cost { get; private set; }

    /// <summary>Picks among options given with their scores; ties keep the given order. At least one option is needed.</summary>
    public T Pick<T>(string slot, IEnumerable<(T Option, double Score)> options, Func<T, string>? label = null)
    {
        var ordered = options.OrderByDescending(option => option.Score).ToList();
        var top = ordered[0].Score;
        var near = ordered.TakeWhile(option => top - option.Score <= WorthTrying).Take(4).ToList();
        var taken = forced.TryGetValue(slot, out var index) && index < near.Count ? index : 0;
        if (near.Count > 1) _points.Add(new(slot, [.. near.Select(option => label?.Invoke(option.Option) ?? option.Option?.ToString() ?? "")], [.. near.Select(option => option.Score)], taken));
        Cost += top - near[taken].Score;
        return near[taken].Option;
    }
}
