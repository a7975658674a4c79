using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;

namespace HoiThi.Core.Simulation;

/// <summary>What a simulated person does in a round: comes or not, when, with which answers, in what time.</summary>
public struct Behaviour
{
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;
    private readonly SimulatedPerson person;
    private readonly RoundRules rules;
    private readonly TimeZoneInfo zone;
    private Dice dice;

    /// <summary>The person in a round; the same seed gives the same doings.</summary>
    /// <param name="seed">The simulation's.</param>
    /// <param name="person">Who.</param>
    /// <param name="rules">The round for the person's division.</param>
    /// <param name="zone">The contest's zone.</param>
    public Behaviour(ulong seed, SimulatedPerson person, RoundRules rules, TimeZoneInfo zone)
    {
        this.person = person;
        this.rules = rules;
        this.zone = zone;
        dice = new Dice(seed, person.Number, rules.Number);
        TakesPart = dice.Chance(person.Loyalty);
    }

    /// <summary>Whether the person takes part in this round.</summary>
    public bool TakesPart { get; }

    /// <summary>How many attempts the person would make if rules and results let it.</summary>
    public readonly int Eagerness => person.Habit switch { Habit.Once or Habit.Late => 1, Habit.Early => 2, Habit.Repeats => 6, _ => 12 };

    /// <summary>Whether the person tries again after everything was right.</summary>
    public readonly bool Insatiable => person.Habit == Habit.Drills;

    /// <summary>When the person first sits down: milliseconds since 1970-01-01 UTC, within a window.</summary>
    public long FirstStart()
    {
        var windows = rules.Windows;
        switch (person.Habit)
        {
            case Habit.Early:
                return Within(windows[0], windows[0].Opens + Exponential(2 * Hour));
            case Habit.Late:
                return Within(windows[^1], windows[^1].Closes - (rules.Duration / 2) - Exponential(3 * Hour));
            default:
                return OfficeHour(windows[dice.Below(windows.Count)]);
        }
    }

    /// <summary>When the person sits down again after <paramref name="ended"/>; null when no window is left.</summary>
    public long? NextStart(long ended)
    {
        var moment = ended + (2 * Minute) + Exponential(5 * Hour);
        foreach (var window in rules.Windows)
        {
            if (moment < window.Closes)
            {
                return Within(window, Math.Max(moment, window.Opens));
            }
        }

        return null;
    }

    /// <summary>The start of the day or window after the one of <paramref name="moment"/>, where limits may leave room again; or null.</summary>
    public long? LaterStart(long moment)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(moment), zone);
        var tomorrow = moment + (long)(TimeSpan.FromHours(24 + 8) - local.TimeOfDay).TotalMilliseconds;
        foreach (var window in rules.Windows)
        {
            if (window.Opens > moment)
            {
                return Within(window, window.Opens + Exponential(2 * Hour));
            }

            if (tomorrow < window.Closes)
            {
                return tomorrow;
            }
        }

        return null;
    }

    /// <summary>Milliseconds that this attempt takes, mostly less than it may.</summary>
    public long TimeTaken() => (long)(rules.Duration * Math.Clamp(person.Haste * Math.Exp(0.25 * dice.Normal()), 0.01, 0.999));

    /// <summary>The choices ticked at a position, as shown.</summary>
    public byte Tick(Paper paper, int position, int ordinal)
    {
        var line = paper.Lines[position];
        var question = paper.QuestionAt(position);
        if (Knows((int)question.Difficulty, ordinal))
        {
            return line.ToShown(question.Key);
        }

        return dice.Chance(0.01) ? (byte)0 : (byte)(1 << dice.Below(line.Order.Length));
    }

    /// <summary>Whether the person knows the answer; who has sat before has seen some of the questions.</summary>
    public bool Knows(int difficulty, int ordinal) =>
        dice.Chance(1 / (1 + Math.Exp(-(person.Ability + (0.4 * (ordinal - 1)) - (1.1 * (difficulty - 1))))));

    /// <summary>A guess at a number of people or attempts of this size, or null.</summary>
    public long? Guess(long size) => dice.Next() switch
    {
        < 0.04 => null,
        < 0.25 => (long)Math.Pow(10, 1 + dice.Below((int)Math.Log10(size + 1) + 2)) * (1 + dice.Below(5)),
        _ => (long)(size * Math.Exp(0.8 * dice.Normal())),
    };

    /// <summary>A number of this probability distribution: many short spans, few long ones.</summary>
    private long Exponential(long mean) => (long)(-Math.Log(1 - dice.Next()) * mean);

    // People sit from seven to ten in the evening, not at three in the morning.
    private long OfficeHour((long Opens, long Closes) window)
    {
        var moment = window.Opens;
        for (var tries = 0; tries < 20; tries++)
        {
            moment = window.Opens + (long)(dice.Next() * (window.Closes - window.Opens));
            if (TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(moment), zone).Hour is >= 7 and < 22)
            {
                break;
            }
        }

        return moment;
    }

    private static long Within((long Opens, long Closes) window, long moment) =>
        Math.Clamp(moment, window.Opens, window.Closes - 1);
}
