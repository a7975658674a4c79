using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace HoiThi.Server.Tests;

/// <summary>Dependencies point one way, and features do not reach into each other's insides.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Core = typeof(HoiThi.Core.FieldError).Assembly;
    private static readonly Assembly Formats = typeof(HoiThi.Formats.Mistake).Assembly;
    private static readonly Assembly Server = typeof(ServerApp).Assembly;
    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(Core, Formats, Server).Build();

    [Fact]
    public void Core_refers_to_nothing_but_the_runtime() =>
        ReferencesOf(Core).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Formats_refer_to_core_and_to_readers_and_writers_of_files_only() =>
        ReferencesOf(Formats).Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBe(["CsvHelper", "DocumentFormat.OpenXml", "DocumentFormat.OpenXml.Framework", "HoiThi.Core", "YamlDotNet"]);

    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.IO.Path")]
    [InlineData("System.IO.Stream")]
    [InlineData("System.Net.")]
    [InlineData("System.Console")]
    [InlineData("System.TimeProvider")]
    [InlineData("System.Environment")]
    [InlineData("System.Random")]
    public void Core_touches_no_file_no_network_no_clock_and_no_chance(string type) =>
        DependenciesOf("HoiThi.Core").Where(dependency => dependency.Target.FullName.StartsWith(type, StringComparison.Ordinal)).Select(Words).ShouldBeEmpty();

    [Fact]
    public void Nothing_but_the_clock_itself_asks_what_time_it_is()
    {
        var calls = DependenciesOf("HoiThi").OfType<MethodCallDependency>()
            .Where(call => call.Target.FullName is "System.DateTime" or "System.DateTimeOffset"
                && call.TargetMember.Name.Split('(')[0] is "get_Now" or "get_UtcNow" or "get_Today");
        calls.Select(call => call.Origin.FullName).ShouldBeEmpty();
    }

    /// <summary>Which features may use which: the one before the colon those after it. Storage, Security and Site serve all.</summary>
    [Theory]
    [InlineData("Attempts", "Contests")]
    [InlineData("Contestants", "Contests Attempts Mail")]
    [InlineData("Contests", "Results Attempts Units")]
    [InlineData("Results", "Contests")]
    [InlineData("Units", "Contests")]
    [InlineData("Jobs", "Attempts Contests Results")]
    [InlineData("Audit", "")]
    [InlineData("Mail", "")]
    [InlineData("Organisers", "Audit Contests Mail")]
    [InlineData("Manage", "Audit Attempts Contestants Contests Organisers Questions")]
    [InlineData("Questions", "Audit Attempts Contests Organisers")]
    [InlineData("Storage", "")]
    [InlineData("Security", "")]
    public void A_feature_uses_only_the_features_it_is_made_of(string feature, string uses)
    {
        var allowed = uses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(["Storage", "Security", "Site", feature]).ToHashSet(StringComparer.Ordinal);
        var used = DependenciesOf($"HoiThi.Server.{feature}")
            .Where(dependency => FeatureOf(dependency.Target) is { } other && !allowed.Contains(other));
        used.Select(Words).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_store_of_the_hot_path_is_used_by_the_hot_path_and_by_who_registers()
    {
        var users = DependenciesOf("HoiThi.Server").Where(dependency => dependency.Target.FullName.StartsWith("HoiThi.Server.Attempts.Storage.", StringComparison.Ordinal))
            .Where(dependency => FeatureOf(dependency.Origin) != "Attempts" && dependency.Origin.FullName.Split('/', '+')[0] != typeof(ServerApp).FullName);
        users.Where(user => user.Target.FullName != "HoiThi.Server.Attempts.Storage.NewContestant").Select(Words).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Pages_read_no_tables() =>
        DependenciesOf("HoiThi.Server").Where(dependency => dependency.Origin.Namespace.FullName.EndsWith(".Pages", StringComparison.Ordinal)
            && (dependency.Target.FullName.StartsWith("HoiThi.Server.Storage.", StringComparison.Ordinal) || dependency.Target.FullName.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)))
            .Select(Words).Distinct().ShouldBeEmpty();

    [Fact]
    public void The_rules_see_what_stands_in_the_bodies_of_methods()
    {
        DependenciesOf("HoiThi.Server.Contestants").ShouldContain(dependency => FeatureOf(dependency.Target) == "Attempts");
        DependenciesOf("HoiThi.Server.Jobs").OfType<MethodCallDependency>().ShouldContain(call => call.TargetMember.Name.StartsWith("GetUtcNow(", StringComparison.Ordinal));
        DependenciesOf("HoiThi.Formats").ShouldContain(dependency => dependency.Target.FullName.StartsWith("System.IO.File", StringComparison.Ordinal));
        DependenciesOf("HoiThi.Server.Results").ShouldContain(dependency => dependency.Target.FullName == "HoiThi.Server.Storage.HoiThiContext");
    }

    private static string[] ReferencesOf(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Order(StringComparer.Ordinal)];

    private static IEnumerable<ITypeDependency> DependenciesOf(string space) => Architecture.Types
        .Where(type => type.FullName.StartsWith(space + ".", StringComparison.Ordinal))
        .SelectMany(type => type.Dependencies);

    private static string? FeatureOf(IType type)
    {
        const string Root = "HoiThi.Server.";
        var space = type.Namespace?.FullName ?? "";
        return space.StartsWith(Root, StringComparison.Ordinal) ? space[Root.Length..].Split('.')[0] : null;
    }

    private static string Words(ITypeDependency dependency) => $"{dependency.Origin.FullName} uses {dependency.Target.FullName}";
}
