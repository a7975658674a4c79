using System.Text.Json;
using HoiThi.Core;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Keys;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>An act that can be put before a second person.</summary>
public interface IProposedAct
{
    /// <summary>Its name in the audit log.</summary>
    string Act { get; }

    /// <summary>Does it; <paramref name="within"/> is done in the same transaction.</summary>
    /// <returns>Why it was not done, or null.</returns>
    Task<FieldError?> DoAsync(LiveContest contest, string payload, Func<HoiThiContext, Task> within);
}

/// <summary>
/// The two-person rule: an act that is under it is proposed by one person and done when another approves; an act that is
/// not is done at once. Either way there is a line in the audit log in the same transaction.
/// </summary>
public sealed class ProposalDesk(HoiThiContext context, IEnumerable<IProposedAct> acts, TimeProvider time)
{
    /// <summary>The acts that can be put under the rule.</summary>
    public static IReadOnlyList<string> Acts { get; } = ["attempt.void", "contestant.merge", "set.seal", CorrectKey.Name, "results.publish"];

    /// <summary>Whether an act of a contest needs a second person: by the rule of the contest or of the whole site.</summary>
    public Task<bool> NeedsSecondAsync(short contest, string act) =>
        context.TwoPersonActs.AnyAsync(row => row.Act == act && (row.Contest == contest || row.Contest == 0));

    /// <summary>Does an act or proposes it.</summary>
    public async Task<DeskOutcome> DoAsync(Visit visit, string act, string subject, object payload, string reason)
    {
        var text = JsonSerializer.Serialize(payload);
        var contest = visit.Contest.Number;
        if (!await NeedsSecondAsync(contest, act))
        {
            var error = await Find(act).DoAsync(visit.Contest, text, within => within.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(contest, act, subject, After: text, Reason: reason)));
            return new DeskOutcome(Proposed: false, error);
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        context.Proposals.Add(new ProposalRow
        {
            Id = Guid.NewGuid(),
            Contest = contest,
            Act = act,
            Subject = subject,
            Payload = text,
            Reason = reason,
            ProposedBy = visit.Person,
            Proposed = time.GetUtcNow().ToUnixTimeMilliseconds(),
        });
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(contest, act + ".propose", subject, After: text, Reason: reason));
        await transaction.CommitAsync();
        return new DeskOutcome(Proposed: true, null);
    }

    /// <summary>Approves an open proposal of somebody else, and does it.</summary>
    public async Task<DeskOutcome> ApproveAsync(Visit visit, Guid id)
    {
        if (await OpenAsync(visit, id) is not { } proposal)
        {
            return new DeskOutcome(false, Gone());
        }

        if (proposal.ProposedBy == visit.Person)
        {
            return new DeskOutcome(false, ConsoleForm.Wrong(null, "Người đề nghị không tự duyệt được.", "Nobody approves a proposal of one's own."));
        }

        var proposer = await context.People.Where(row => row.Id == proposal.ProposedBy).Select(row => row.Email).SingleAsync();
        var error = await Find(proposal.Act).DoAsync(visit.Contest, proposal.Payload, async within =>
        {
            if (await DecideAsync(within, id, visit.Person, "done") == 0)
            {
                throw new ProposalGoneException();
            }

            await within.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(
                proposal.Contest, proposal.Act, proposal.Subject, Before: new { proposedBy = proposer }, After: proposal.Payload, Reason: proposal.Reason));
        });
        return new DeskOutcome(false, error);
    }

    /// <summary>Ends an open proposal without the act: refused by another, withdrawn by its proposer.</summary>
    public async Task<string?> EndAsync(Visit visit, Guid id)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await OpenAsync(visit, id) is not { } proposal)
        {
            return null;
        }

        var outcome = proposal.ProposedBy == visit.Person ? "withdrawn" : "refused";
        await DecideAsync(context, id, visit.Person, outcome);
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(proposal.Contest, $"{proposal.Act}.{outcome}", proposal.Subject));
        await transaction.CommitAsync();
        return outcome;
    }

    private Task<ProposalRow?> OpenAsync(Visit visit, Guid id) =>
        context.Proposals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Contest == visit.Contest.Number && row.Outcome == null);

    private Task<int> DecideAsync(HoiThiContext within, Guid id, Guid person, string outcome) => within.Proposals
        .Where(row => row.Id == id && row.Outcome == null)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, outcome).SetProperty(row => row.DecidedBy, person).SetProperty(row => row.Decided, time.GetUtcNow().ToUnixTimeMilliseconds()));

    private IProposedAct Find(string act) => acts.FirstOrDefault(each => each.Act == act) ?? throw new InvalidOperationException($"Nothing does {act}.");

    private static FieldError Gone() => ConsoleForm.Wrong(null, "Đề nghị này đã được xử lý.", "This proposal has been decided.");
}

/// <summary>What came of an act: proposed, refused with an error, or done.</summary>
public sealed record DeskOutcome(bool Proposed, FieldError? Error);

/// <summary>Two people decided at once, and the other was first.</summary>
public sealed class ProposalGoneException() : Exception("The proposal has been decided.");
