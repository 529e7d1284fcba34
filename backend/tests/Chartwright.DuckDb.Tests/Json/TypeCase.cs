using CsCheck;

namespace Chartwright.DuckDb.Tests.Json;

/// <summary>A type with values to try and the JSON that DuckDB's own text of a value must become.</summary>
/// <param name="Edges">SQL of the extreme values.</param>
/// <param name="Literals">SQL of random values.</param>
/// <param name="Text">SQL that turns <c>v</c> into the text <paramref name="Json"/> starts from.</param>
public sealed record TypeCase(string Type, string[] Edges, Gen<string> Literals, Func<string, string> Json, string Text = "CAST(v AS VARCHAR)")
{
    public override string ToString() => Type;
}
