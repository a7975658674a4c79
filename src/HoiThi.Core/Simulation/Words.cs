namespace HoiThi.Core.Simulation;

/// <summary>Phrases that the report's sentences share.</summary>
internal static class Words
{
    /// <summary>" of division x", or nothing where there are none.</summary>
    public static string Of(string? division) => division is null ? "" : $" of division {division}";

    /// <summary>"Round 3", or "The contest" for 0.</summary>
    public static string Round(int number) => number == 0 ? "The contest" : $"Round {number}";
}
