using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Server.Manage.Sealing;

/// <summary>Where a sealed set goes: a round, for everybody who has no questions of their own in it, or for one division.</summary>
/// <param name="Round">The round's number.</param>
/// <param name="Division">The division's code, or null.</param>
internal sealed record SealPlace(int Round, string? Division)
{
    /// <summary>The contest with these questions in this place, drawn by this blueprint; its definition names a file for them.</summary>
    public ContestBundle Put(ContestBundle bundle, ValueList<BlueprintLine> blueprint, QuestionBank bank)
    {
        var banks = QuestionSlot.Of(bundle.Contest).Zip(bundle.Banks).DistinctBy(pair => pair.First.File, StringComparer.Ordinal)
            .ToDictionary(pair => pair.First.File, pair => pair.Second, StringComparer.Ordinal);
        var file = FileIn(bundle.Contest);
        var contest = With(bundle.Contest, file, blueprint);
        banks[file] = bank;
        return bundle with { Contest = contest, Banks = QuestionSlot.Of(contest).Select(slot => banks[slot.File]).ToValueList() };
    }

    /// <summary>The contest with another blueprint in this place.</summary>
    public Contest With(Contest contest, ValueList<BlueprintLine> blueprint) => With(contest, OwnFile(contest), blueprint);

    /// <summary>The blueprint of this place.</summary>
    public ValueList<BlueprintLine> BlueprintIn(Contest contest)
    {
        var round = contest.Rounds[Round - 1];
        return round.Divisions.FirstOrDefault(own => own.Division == Division)?.Blueprint ?? round.Blueprint;
    }

    /// <summary>The index of a division that gets the questions of this place.</summary>
    public int DivisionIn(Contest contest)
    {
        var codes = contest.Divisions.Select(division => division.Code).ToList();
        var owners = contest.Rounds[Round - 1].Divisions.Where(own => own.QuestionFile is not null).Select(own => own.Division).ToHashSet(StringComparer.Ordinal);
        return Division is null ? Math.Max(0, codes.FindIndex(code => !owners.Contains(code))) : codes.IndexOf(Division);
    }

    private Contest With(Contest contest, string? file, ValueList<BlueprintLine> blueprint) => contest with
    {
        Rounds = contest.Rounds.Select(round => round.Number != Round ? round
            : Division is null ? round with { QuestionFile = file, Blueprint = blueprint }
            : round with { Divisions = Own(round, file, blueprint).ToValueList() }).ToValueList(),
    };

    private IEnumerable<RoundDivision> Own(Round round, string? file, ValueList<BlueprintLine> blueprint) => round.Divisions.Any(own => own.Division == Division)
        ? round.Divisions.Select(own => own.Division == Division ? own with { QuestionFile = file, Blueprint = blueprint } : own)
        : round.Divisions.Append(new RoundDivision(Division!, file, blueprint, null, null, null, null, null));

    private string? OwnFile(Contest contest) =>
        QuestionSlot.Of(contest).FirstOrDefault(slot => slot.Round == Round - 1 && slot.Division == Division)?.File;

    /// <summary>The file that the place names already, or a new one: another place that shares a file keeps its questions.</summary>
    private string FileIn(Contest contest)
    {
        var slots = QuestionSlot.Of(contest).ToList();
        if (OwnFile(contest) is { } own && slots.Count(slot => slot.File == own) == 1)
        {
            return own;
        }

        var taken = slots.Select(slot => slot.File)
            .Concat(contest.Lists.Select(list => list.File)).Append(contest.Units.File)
            .Concat(contest.Pages.Select(page => page.File)).Concat(contest.Documents.Select(document => document.File))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = Division is null ? $"questions/round-{Round}" : $"questions/round-{Round}-{Division}";
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? $"{name}.yaml" : $"{name}-{number}.yaml").First(file => !taken.Contains(file));
    }
}
