using System.Security.Cryptography;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Audit;
using HoiThi.Server.Contestants;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Security;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>
/// Corrects what somebody registered with. Another unit moves all counts; another identity is another id (ADR 13), under
/// which the whole registration goes on.
/// </summary>
internal static class CorrectEndpoint
{
    public static async Task<IResult> Correct(
        HttpContext http, Visit visit, Guid id, StoryTeller stories, Accounts accounts, ContestantMerge merge, HoiThiContext context, Secrets secrets, TimeProvider time)
    {
        var key = new ContestantId(id);
        if (await stories.TellAsync(visit, id) is not { } story || await accounts.Find(visit.Contest, key) is not { } account || await FormBody.Read(http.Request) is not { } form)
        {
            return ContestantsEndpoints.NotFound(http);
        }

        var (values, errors) = Check(visit.Contest, account, form, visit.Contest.Today(time.GetUtcNow()));
        if (errors.Count > 0 || ContestantsEndpoints.Reason(form) is not { } reason)
        {
            return ContestantsEndpoints.Again(http, story, form, "correct", [.. errors]);
        }

        var corrected = Registration.Of(visit.Contest, values);
        var entry = EntryOf(visit.Contest, story.Subject, account.Values, values, reason);
        var renamed = secrets.IdOf(visit.Contest.Definition.Slug, corrected.Identity);
        if (renamed != key)
        {
            return await RenameAsync(http, visit, story, form, account, corrected, renamed, entry, stories, merge, secrets, time);
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        if (account.Row.Unit != corrected.Unit && await context.Attempts.AnyAsync(each => each.Contestant == key && each.State == AttemptState.InProgress))
        {
            return ContestantsEndpoints.Again(http, story, form, "correct", ConsoleForm.Wrong(null, "Thí sinh đang làm bài: sửa đơn vị sau khi nộp bài.", "The contestant is at a paper: correct the unit after it is submitted."));
        }

        var (stored, replaced) = (account.Row.Private, secrets.Encrypt(key, corrected.PrivateIn(visit.Contest)));
        if (await context.Contestants.Where(each => each.Id == key && each.Private == stored).ExecuteUpdateAsync(set => set
            .SetProperty(each => each.Name, corrected.Name).SetProperty(each => each.Unit, corrected.Unit).SetProperty(each => each.Private, replaced)) == 0)
        {
            return ContestantsEndpoints.Again(http, story, form, "correct", ConsoleForm.Wrong(null, "Thông tin vừa được người khác sửa. Hãy xem lại rồi sửa tiếp.", "Somebody else has just changed the data. Look again, then correct."));
        }

        if (account.Row.Unit != corrected.Unit)
        {
            await context.MoveToUnitAsync(key, corrected.Unit);
        }

        await context.AppendAsync(visit.Actor, time.GetUtcNow(), entry);
        await transaction.CommitAsync();
        return ConsolePage.To(visit.To($"/contestants/{id}"), "corrected");
    }

    private static async Task<IResult> RenameAsync(
        HttpContext http, Visit visit, StoryView story, IFormCollection form, Account account, Registration corrected, ContestantId renamed, AuditEntry entry,
        StoryTeller stories, ContestantMerge merge, Secrets secrets, TimeProvider time)
    {
        var rules = visit.Contest.Definition.Registration;
        if (rules.Method == JoinMethod.Roster)
        {
            return ContestantsEndpoints.Again(http, story, form, "correct", ConsoleForm.Wrong(
                "field." + rules.Identity, "Số định danh theo danh sách: hãy sửa trong danh sách của hội thi.", "The identity stands on a list: correct it there."));
        }

        // The personal code is hashed with the id; passwords, letters and providers are not.
        var code = rules.Method == JoinMethod.Open ? secrets.CodeOf(renamed, RandomNumberGenerator.GetHexString(32)) : null;
        var row = account.Row with
        {
            Id = renamed,
            Name = corrected.Name,
            Unit = corrected.Unit,
            Private = secrets.Encrypt(renamed, corrected.PrivateIn(visit.Contest)),
            CodeHash = code is null ? account.Row.CodeHash : secrets.HashOfCode(renamed, code),
        };
        var error = await merge.RenameAsync(visit.Contest, account.Row.Id, row, entry.Reason!, (within, _) =>
            within.AppendAsync(visit.Actor, time.GetUtcNow(), entry with { Act = "contestant.identity" }));
        if (error is not null)
        {
            return ContestantsEndpoints.Again(http, story, form, "correct", error);
        }

        return code is null
            ? ConsolePage.To(visit.To($"/contestants/{renamed.Value}"), "corrected")
            : ConsolePage.Of<ContestantPage>(http, (await stories.TellAsync(visit, renamed.Value, "corrected"))! with { NewCode = $"{code[..4]}-{code[4..]}" });
    }

    /// <summary>The stored values with what was typed in their place; what was left empty stays.</summary>
    private static (Dictionary<string, string> Values, List<FieldError> Errors) Check(LiveContest contest, Account account, IFormCollection form, DateOnly today)
    {
        var fields = contest.Definition.Registration.Fields;
        var typed = fields.ToDictionary(
            field => field.Code,
            field => form[NameOf(field)].ToString().Trim() is { Length: > 0 } text ? text : account.Values.GetValueOrDefault(field.Code),
            StringComparer.Ordinal);
        var (values, errors) = Registration.CheckFields(contest, fields.Where(field => typed[field.Code] is not null), typed.GetValueOrDefault, new Dictionary<string, string>(StringComparer.Ordinal), today);
        return (values, errors.ConvertAll(error => error with { Field = fields.FirstOrDefault(field => field.Code == error.Field) is { } field ? NameOf(field) : error.Field }));
    }

    internal static string NameOf(RegistrationField field) => field.Type switch
    {
        FieldType.FullName => "name",
        FieldType.Unit => "unit",
        _ => "field." + field.Code,
    };

    /// <summary>What changed, masked as on screens: the log is read by more people than the data.</summary>
    private static AuditEntry EntryOf(LiveContest contest, string subject, IReadOnlyDictionary<string, string> before, Dictionary<string, string> after, string reason)
    {
        var changed = contest.Definition.Registration.Fields.Where(field => before.GetValueOrDefault(field.Code) != after.GetValueOrDefault(field.Code)).ToArray();
        return new AuditEntry(contest.Number, "contestant.correct", subject, Shown(before), Shown(after), reason);

        Dictionary<string, string> Shown(IReadOnlyDictionary<string, string> values) => changed.ToDictionary(
            field => field.Code,
            field => values.GetValueOrDefault(field.Code) is not { } value ? ""
                : field.Type is FieldType.FullName or FieldType.Unit ? value : ContestantMask.Of(field.Type, value),
            StringComparer.Ordinal);
    }
}
