using System.Globalization;
using System.Text.Json;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Queries;

namespace Chartwright.Analyst.Sql;

/// <summary>Collects the values of one statement under unique names.</summary>
internal sealed class SqlParams
{
    private readonly List<StatementParam> _declared = [];

    public QueryParams Values { get; } = [];
    public IReadOnlyList<StatementParam> Declared => _declared;

    /// <summary>Binds a value and returns its placeholder; the same value under the same name is bound once.</summary>
    public string Bind(StatementParam param)
    {
        var value = JsonSerializer.SerializeToElement(param.Value);
        var name = param.Name;
        for (var n = 2; Values.TryGetValue(name, out var taken); n++)
        {
            if (taken.GetRawText() == value.GetRawText()) return "$" + name;
            name = $"{param.Name}_{n}";
        }
        _declared.Add(param with { Name = name });
        Values[name] = value;
        return "$" + name;
    }

    public string Number(string name, string label, double value, double? min = null, double? max = null, double? step = null)
    {
        object number = value == Math.Floor(value) && Math.Abs(value) < 9e15 ? (long)value : value;
        return Bind(new(name, ParamType.Number, label, number) { Min = min, Max = max, Step = step });
    }

    public string Date(string name, string label, DateTime value) =>
        $"CAST({Bind(new(name, ParamType.Date, label, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))} AS DATE)";
}
