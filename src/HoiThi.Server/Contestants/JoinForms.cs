using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Registering;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contestants.Email;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants;

/// <summary>
/// The empty forms to join: made once for each contest and language, because a list of hundreds of units is long and
/// everybody comes at once. Only the form's own number differs.
/// </summary>
public sealed class JoinForms(IServiceProvider services, EmailLinks links)
{
    private const string Mark = "00000000000000000000000000000000";
    private readonly ConditionalWeakTable<LiveContest, ValueList<UnitGroup>> units = new();
    private readonly ConcurrentDictionary<(short Contest, bool English, JoinStep Step, int? Round, bool Over), (int Version, Lazy<Task<byte[][]>> Parts)> made = new();

    /// <summary>An empty form with a number of its own.</summary>
    public async Task<IResult> Of(HttpContext context, LiveContest contest, JoinStep step, string? round, bool over)
    {
        var language = Language.Of(context.Request);
        int? known = int.TryParse(round, out var number) && contest.Round(number) is not null ? number : null;
        var key = (contest.Number, language.English, step, known, over);
        if (!made.TryGetValue(key, out var held) || held.Version != contest.Version)
        {
            held = (contest.Version, new Lazy<Task<byte[][]>>(() => Make(contest, language, step, known, over)));
            made[key] = held;
        }

        var parts = await held.Parts.Value;
        var page = PageReply.Html();

        // The form's own number: sending the form twice is registering once, with the same personal code.
        var token = Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(Mark.Length, lowercase: true));
        for (var part = 0; part < parts.Length; part++)
        {
            page.Write(part > 0 ? token : default);
            page.Write(parts[part]);
        }

        return page;
    }

    private async Task<byte[][]> Make(LiveContest contest, Language language, JoinStep step, int? round, bool over)
    {
        var view = ViewOf(contest, Mark, round?.ToString(CultureInfo.InvariantCulture), step, over, tried: null);
        var html = await Markup.Render<Join>(services, new(StringComparer.Ordinal) { ["Language"] = language, ["View"] = view });
        return [.. html.Split(Mark).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Whether nobody can join because letters cannot be sent.</summary>
    public bool IsUnavailable(LiveContest contest) => contest.Definition.Registration.Method == JoinMethod.Email && !links.Ready;

    /// <summary>What the page of a form shows.</summary>
    public JoinView ViewOf(LiveContest contest, string token, string? round, JoinStep step, bool over, JoinTry? tried)
    {
        var hidden = new List<HiddenField> { new(JoinFields.Form, token) };
        if (int.TryParse(round, out var number) && contest.Round(number) is not null)
        {
            hidden.Add(new HiddenField(JoinFields.Round, round));
        }

        return new JoinView(contest.Definition, over, units.GetValue(contest, UnitsOf), hidden.ToValueList(), step, tried)
        {
            Unavailable = IsUnavailable(contest),
            Divisions = Admission.AsksDivision(contest.Definition) ? contest.Definition.Divisions : [],
        };
    }

    private static ValueList<UnitGroup> UnitsOf(LiveContest contest)
    {
        var eligible = contest.Definition.Units.Kinds.Where(kind => kind.Eligible).Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal);
        return contest.Units.TopLevel
            .Select(top => new UnitGroup(
                contest.Units[top].Name,
                contest.Units.SubtreeOf(top).ToArray().Select(number => contest.Units[number])
                    .Where(unit => eligible.Contains(unit.Kind)).Select(unit => new UnitOption(unit.Code, unit.Name)).ToValueList()))
            .Where(group => group.Units.Count > 0)
            .ToValueList();
    }
}
