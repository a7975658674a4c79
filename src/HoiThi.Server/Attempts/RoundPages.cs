using System.Collections.Concurrent;
using HoiThi.Server.Attempts.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>What the pages of a round are made from in one language: frames and questions, encoded once.</summary>
/// <param name="Round">The frame of the round's own page.</param>
/// <param name="Result">The frame of results.</param>
/// <param name="Paper">The frame of papers.</param>
/// <param name="Questions">The sealed sets by version.</param>
public sealed record RoundPages(Shell Round, Shell Result, PaperFrame Paper, IReadOnlyDictionary<int, EncodedSet> Questions);

/// <summary>Keeps <see cref="RoundPages"/>, made when first asked for and again when the contest has changed.</summary>
public sealed class RoundPagesCache(IServiceProvider services)
{
    private readonly ConcurrentDictionary<(short Contest, int Round, bool English), (int Version, Lazy<Task<RoundPages>> Pages)> made = new();

    public Task<RoundPages> Of(LiveContest contest, int round, Language language)
    {
        var key = (contest.Number, round, language.English);
        if (made.TryGetValue(key, out var held) && held.Version == contest.Version)
        {
            return held.Pages.Value;
        }

        var fresh = (contest.Version, new Lazy<Task<RoundPages>>(() => Make(contest, round, language)));
        made[key] = fresh;
        return fresh.Item2.Value;
    }

    private async Task<RoundPages> Make(LiveContest contest, int number, Language language)
    {
        var rules = contest.Round(number)!;
        var title = language.Say(contest.Definition.Rounds[number - 1].Title);
        var paper = await Shell.Render(services, contest.Definition, title, language, script: "paper.js", plain: true);
        return new RoundPages(
            await Shell.Render(services, contest.Definition, title, language),
            await Shell.Render(services, contest.Definition, language.Say("Kết quả bài thi", "Your result"), language),
            new PaperFrame(paper, language, contest.Definition, rules),
            rules.Sets.ToDictionary(set => set.Version, set => new EncodedSet(set, language)));
    }
}
