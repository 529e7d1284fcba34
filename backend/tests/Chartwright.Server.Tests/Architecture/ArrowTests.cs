using System.Reflection;
using NetArchTest.Rules;

namespace Chartwright.Server.Tests.Architecture;

/// <summary>The rooms' one-way arrows, by what the compiled types really use.</summary>
public sealed class ArrowTests
{
    private static readonly string[] Rooms = ["Core", "DuckDb", "SparkConnect", "Query", "Agent", "Analyst", "Storage", "Server"];

    /// <summary>A room, and the rooms it may use.</summary>
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Core", [] },
        { "DuckDb", ["Core"] },
        { "SparkConnect", ["Core"] },
        { "Query", ["Core", "DuckDb", "SparkConnect"] },
        { "Agent", ["Core"] },
        { "Analyst", ["Core"] },
        { "Storage", ["Core"] },
        { "Server", ["Core", "DuckDb", "SparkConnect", "Query", "Agent", "Analyst", "Storage"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Room_UsesOnlyWhatItMay(string room, string[] allowed)
    {
        var forbidden = Rooms.Except([room, .. allowed]).Select(other => $"Chartwright.{other}").ToArray();

        Assert.Empty(Violations(Load(room), forbidden));
    }

    [Fact]
    public void Core_NeedsNothingButTheRuntime()
    {
        var foreign = Load("Core").GetReferencedAssemblies().Where(assembly => !assembly.Name!.StartsWith("System", StringComparison.Ordinal) && assembly.Name != "netstandard");

        Assert.Empty(foreign);
    }

    /// <summary>The rule sees an arrow that is there: the server uses Core.</summary>
    [Fact]
    public void Violations_ArrowThatExists_IsFound() => Assert.NotEmpty(Violations(Load("Server"), ["Chartwright.Core"]));

    /// <summary>Every room of the solution has its arrows written down here.</summary>
    [Fact]
    public void Arrows_CoverEveryRoom()
    {
        var projects = Directory.GetDirectories(Checkout.PathTo("backend", "src"), "Chartwright.*")
            .Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0)
            .Select(folder => Path.GetFileName(folder)["Chartwright.".Length..]);

        Assert.Equal(projects.Order(), Arrows.Select(row => row.Data.Item1).Order());
    }

    private static IEnumerable<string> Violations(Assembly assembly, string[] forbidden) =>
        Types.InAssembly(assembly).ShouldNot().HaveDependencyOnAny(forbidden).GetResult().FailingTypes?.Select(type => type.FullName) ?? [];

    private static Assembly Load(string room) => Assembly.Load(room == "Server" ? "chartwright" : $"Chartwright.{room}");
}
