using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants;

/// <summary>The form below a result for the fields that are asked after the paper, until they are filled in.</summary>
public sealed class DataAfterPaper(IServiceProvider services, Accounts accounts) : IResultAside
{
    public async Task<string?> Of(LiveContest contest, AttemptId attempt, Language language)
    {
        var rules = contest.Definition.Registration;
        if (!rules.Fields.Any(field => field.Ask == FieldAsk.After) || await accounts.Find(contest, attempt.Contestant) is not { } account)
        {
            return null;
        }

        var data = OwnData.Of(contest, account.Values, tried: null, attempt.ToString());
        data = data with { Open = data.Open.Where(field => field.Ask == FieldAsk.After && !account.Values.ContainsKey(field.Code)).ToValueList() };
        return data.Open.Count == 0 ? null
            : await Markup.Render<OpenData>(services, new(StringComparer.Ordinal) { ["Language"] = language, ["Data"] = data });
    }
}
