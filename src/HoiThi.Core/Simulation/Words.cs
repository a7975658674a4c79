namespace HoiThi.Core.Simulation;

/// <summary>Phrases that the report's sentences share.</summary>
internal static class Words
{
    /// <summary>" of division x", or nothing where there are none.</summary>
    public static string Of(string? division) => division is null ? "" : $" of division {division}";

    /// <summary>"Round 3", "The contest" for 0, "Stage 2" for −2.</summary>
    public static string Round(int number) => number switch { 0 => "The contest", < 0 => $"Stage {-number}", _ => $"Round {number}" };
}
