using System.Collections.Concurrent;
using HoiThi.Core.Attempts;
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
    private readonly ConcurrentDictionary<(short Contest, short Round, short Division, bool English), (int Version, Lazy<Task<RoundPages>> Pages)> made = new();

    public Task<RoundPages> Of(LiveContest contest, RoundRules rules, Language language)
    {
        var key = (contest.Number, rules.Number, rules.Division, language.English);
        if (made.TryGetValue(key, out var held) && held.Version == contest.Version)
        {
            return held.Pages.Value;
        }

        var fresh = (contest.Version, new Lazy<Task<RoundPages>>(() => Make(contest, rules, language)));
        made[key] = fresh;
        return fresh.Item2.Value;
    }

    private async Task<RoundPages> Make(LiveContest contest, RoundRules rules, Language language)
    {
        var title = language.Say(contest.Definition.Rounds[rules.Number - 1].Title);
        var script = rules.QuestionTime is null ? "paper.js" : "timed.js";
        var paper = await Shell.Render(services, contest.Definition, title, language, script, plain: true);
        return new RoundPages(
            await Shell.Render(services, contest.Definition, title, language),
            await Shell.Render(services, contest.Definition, language.Say("Kết quả bài thi", "Your result"), language),
            new PaperFrame(paper, language, contest.Definition, rules),
            rules.Sets.ToDictionary(set => set.Version, set => new EncodedSet(set, language)));
    }
}
