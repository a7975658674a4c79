namespace HoiThi.Core.Simulation;

/// <summary>One made-up contestant: what decides how he or she does.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Unit">The number of the unit.</param>
/// <param name="Ability">Log-odds of knowing the answer to a question of medium difficulty; most are between 0 and 3.</param>
/// <param name="Loyalty">The probability of taking part in a round, 0–1.</param>
/// <param name="Habit">When and how often.</param>
/// <param name="Haste">The share of the time that an attempt takes, 0.02–1.</param>
/// <param name="Born">The day of birth.</param>
/// <param name="Woman">Whether a woman.</param>
public readonly record struct SimulatedPerson(
    int Number, int Unit, double Ability, double Loyalty, Habit Habit, double Haste, DateOnly Born, bool Woman)
{
    private const int Self = 0;

    internal static SimulatedPerson Draw(ulong seed, int number, int unit, Births births)
    {
        var dice = new Dice(seed, number, Self);
        var habit = dice.Next() switch { < 0.45 => Habit.Once, < 0.65 => Habit.Late, < 0.80 => Habit.Repeats, < 0.95 => Habit.Early, _ => Habit.Drills };
        var ability = 1.6 + (0.9 * dice.Normal()) + (habit is Habit.Drills ? 1.2 : 0);
        var haste = Math.Clamp(0.45 * Math.Exp(0.5 * dice.Normal()) * (habit is Habit.Drills ? 0.3 : 1), 0.02, 1);
        return new SimulatedPerson(
            number, unit, ability, 0.7 + (0.3 * dice.Next()), habit, haste,
            births.From.AddDays(dice.Below(births.Days)), dice.Chance(0.5));
    }
}

/// <summary>When somebody sits, and how often.</summary>
public enum Habit
{
    /// <summary>Once, some time in office hours or in the evening.</summary>
    Once,

    /// <summary>Once, in the last hours.</summary>
    Late,

    /// <summary>As often as is allowed until everything is right.</summary>
    Repeats,

    /// <summary>Once or twice, right after the opening.</summary>
    Early,

    /// <summary>Knows the bank by heart, is quick, and repeats to be quicker.</summary>
    Drills,
}
