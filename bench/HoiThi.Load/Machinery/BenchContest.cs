using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Rehearsal.Journeys;

namespace HoiThi.Load.Machinery;

/// <summary>
/// The demo's contest on its closing evening: moved by whole days so that its last round is open now and the earlier ones
/// are over. It knows the key, so that a load can check every mark.
/// </summary>
public sealed class BenchContest
{
    public BenchContest(string folder)
    {
        var bundle = ContestFolder.Read(folder).Require();
        var last = bundle.Contest.Rounds[^1];
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById(bundle.Contest.TimeZone)).DateTime);
        var second = DateOnly.FromDateTime(last.Opens.Value).AddDays(1);
        Bundle = bundle with { Contest = bundle.Contest.MovedByDays(today.DayNumber - second.DayNumber) };
        Round = Bundle.Contest.Rounds.Count;
        var bank = Bundle.Banks[^1];
        Set = new SealedSet(1, bank.Topics, bank.Questions, last.Blueprint, Bundle.Contest.Paper);
        Units = [.. Bundle.Units.Select(unit => unit.Code)];
    }

    public ContestBundle Bundle { get; }

    /// <summary>The number of the round that is open.</summary>
    public int Round { get; }

    /// <summary>The sealed set of that round: the server makes the same from the same questions.</summary>
    public SealedSet Set { get; }

    public IReadOnlyList<string> Units { get; }

    public string Slug => Bundle.Contest.Slug;

    /// <summary>What a journey takes.</summary>
    public Target Target => new(Slug, Round, Set);

    /// <summary>The demo's folder in this checkout.</summary>
    public static BenchContest Load() => new(Path.Combine(Checkout.Root, "contests", "hai-phong-cchc-2023"));
}
