using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage;

/// <summary>Extra time for one person: for all attempts, or for the paper that is open.</summary>
internal static class ExtraTimeEndpoint
{
    public static async Task<IResult> All(HttpContext http, Visit visit, Guid id, StoryTeller stories, ExtraTimes times, TimeProvider time)
    {
        if (await stories.TellAsync(visit, id) is not { } story || await FormBody.Read(http.Request) is not { } form)
        {
            return ContestantsEndpoints.NotFound(http);
        }

        var errors = new List<FieldError>();
        var percent = Read(form, "percent", ExtraTime.MostPercent, errors);
        var minutes = Read(form, "minutes", ExtraTime.MostMinutes, errors);
        if (errors.Count > 0 || ContestantsEndpoints.Reason(form) is not { } reason)
        {
            return ContestantsEndpoints.Again(http, story, form, "extra", [.. errors]);
        }

        var extra = new ExtraTime(percent, minutes);
        await times.GiveAsync(visit.Contest, new ContestantId(id), extra, (within, before) => within.AppendAsync(
            visit.Actor, time.GetUtcNow(), new AuditEntry(visit.Contest.Number, "contestant.extra-time", story.Subject, before, extra, reason)));
        return ConsolePage.To(visit.To($"/contestants/{id}"), "extra-time");
    }

    public static async Task<IResult> One(HttpContext http, Visit visit, Guid id, int round, int ordinal, StoryTeller stories, ExtraTimes times, TimeProvider time)
    {
        if (await stories.TellAsync(visit, id) is not { } story || await FormBody.Read(http.Request) is not { } form
            || story.Attempts.FirstOrDefault(each => each.Round.Number == round && each.Ordinal == ordinal) is not { } attempt)
        {
            return ContestantsEndpoints.NotFound(http);
        }

        var where = $"{round}-{ordinal}";
        var errors = new List<FieldError>();
        var minutes = Read(form, "minutes", ExtraTime.MostMinutes, errors);
        if (errors.Count > 0 || minutes == 0 || ContestantsEndpoints.Reason(form) is not { } reason)
        {
            return ContestantsEndpoints.Again(http, story, form, where, [.. minutes == 0 && errors.Count == 0 ? [Wrong("minutes", ExtraTime.MostMinutes)] : errors]);
        }

        var key = new AttemptId(visit.Contest.Number, new ContestantId(id), (short)round, (short)ordinal);
        var error = await times.GiveOneAsync(visit.Contest, key, minutes, within => within.AppendAsync(
            visit.Actor, time.GetUtcNow(),
            new AuditEntry(visit.Contest.Number, "attempt.extra-time", $"{story.Subject}, {attempt.Round.Title.Vi}, lượt {ordinal}", After: new { minutes }, Reason: reason)));
        return error is null ? ConsolePage.To(visit.To($"/contestants/{id}"), "extra-time") : ContestantsEndpoints.Again(http, story, form, where, error);
    }

    private static short Read(IFormCollection form, string name, short most, List<FieldError> errors)
    {
        var text = form[name].ToString().Trim();
        if (text.Length == 0)
        {
            return 0;
        }

        if (short.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number <= most)
        {
            return number;
        }

        errors.Add(Wrong(name, most));
        return 0;
    }

    private static FieldError Wrong(string name, short most) => ConsoleForm.Wrong(name, $"Hãy nhập một số nguyên đến {most}.", $"Enter a whole number up to {most}.");
}
