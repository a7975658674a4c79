using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage;

/// <summary>Two registrations side by side, and what becomes of them when they are made one.</summary>
internal static class MergeEndpoints
{
    public static async Task<IResult> Show(HttpContext http, Visit visit, Guid id, string? other, string? keep, StoryTeller stories, ContestantList list, ContestantMerge merge)
    {
        if (await stories.TellAsync(visit, id) is not { } story)
        {
            return ContestantsEndpoints.NotFound(http);
        }

        var (view, _) = await ViewOf(visit, story, other ?? "", keep == "other", stories, list, merge, ConsoleForm.Empty);
        return ConsolePage.Of<MergePage>(http, view, view.Form.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    public static async Task<IResult> Merge(HttpContext http, Visit visit, Guid id, StoryTeller stories, ContestantList list, ContestantMerge merge, ProposalDesk desk)
    {
        if (await stories.TellAsync(visit, id) is not { } story || await FormBody.Read(http.Request) is not { } form)
        {
            return ContestantsEndpoints.NotFound(http);
        }

        var keepsOther = form["keep"] == "other";
        var (view, draft) = await ViewOf(visit, story, form["other"].ToString(), keepsOther, stories, list, merge, ConsoleForm.Of(form));
        if (draft is null)
        {
            return Again(view);
        }

        if (ContestantsEndpoints.Reason(form) is not { } reason)
        {
            return Again(view with { Form = ConsoleForm.Of(form, [ContestantsEndpoints.NoReason]) });
        }

        var payload = new MergePayload(draft.Kept.Id.Value, draft.Gone.Id.Value, form["block"] == "yes", reason, draft.Plan.Attempts.Count(each => each.Over));
        var outcome = await desk.DoAsync(visit, MergeContestants.Name, $"{view.GoneSubject} → {view.KeptSubject}", payload, reason);
        return outcome.Error is { } error ? Again(view with { Form = ConsoleForm.Of(form, [error]) })
            : outcome.Proposed ? ConsolePage.To(visit.To($"/contestants/{id}"), "proposed")
            : ConsolePage.To(visit.To($"/contestants/{draft.Kept.Id.Value}"), "merged");

        IResult Again(MergeView wrong) => ConsolePage.Of<MergePage>(http, wrong, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<(MergeView View, MergeDraft? Draft)> ViewOf(
        Visit visit, StoryView story, string other, bool keepsOther, StoryTeller stories, ContestantList list, ContestantMerge merge, ConsoleForm form)
    {
        var view = new MergeView(story, other.Trim(), null, keepsOther, [], form);
        if (view.Other.Length == 0)
        {
            return (view, null);
        }

        if (list.IdIn(visit.Contest, view.Other) is not { } key || key.Value == story.Id || await stories.TellAsync(visit, key.Value) is not { } second)
        {
            return (Wrong(ConsoleForm.Wrong("other", "Không thấy đăng ký thứ hai. Hãy nhập số định danh đầy đủ, mã lượt thi, hoặc địa chỉ trang của thí sinh kia.", "There is no second registration. Enter the full identity number, the number of an attempt, or the address of the other contestant's page.")), null);
        }

        view = view with { Second = second };
        var (kept, gone) = keepsOther ? (second, story) : (story, second);
        var (draft, error) = await merge.PlanAsync(visit.Contest, new ContestantId(kept.Id), new ContestantId(gone.Id));
        if (draft is null)
        {
            return (Wrong(error!), null);
        }

        return (view with { Lines = draft.Plan.Attempts.Select(each => LineOf(visit.Contest, draft, each)).ToValueList() }, draft);

        MergeView Wrong(FieldError wrong) => view with { Form = new ConsoleForm(form.Values, [wrong]) };
    }

    private static MergeLine LineOf(LiveContest contest, MergeDraft draft, MergedAttempt each) => new(
        contest.Definition.Rounds[each.Attempt.Id.Round - 1].Title,
        contest.Local(each.Attempt.Started),
        each.Was.Contestant == draft.Kept.Id,
        each.Was.Ordinal,
        each.Attempt.Id.Ordinal,
        each.Attempt.Grade?.Score,
        each.Attempt.State,
        each.Over,
        draft.Plan.Standings.Any(standing => standing.Round == each.Attempt.Id.Round && standing.Ordinal == each.Attempt.Id.Ordinal));
}
