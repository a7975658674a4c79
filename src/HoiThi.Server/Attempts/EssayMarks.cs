using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Core.Scoring;
using HoiThi.Formats.Marks;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Attempts;

/// <summary>Essays go out to people who mark them, without names, and their marks come back; standings and counts follow.</summary>
public sealed class EssayMarks(IDbContextFactory<HoiThiContext> contexts, AttemptWriter writer, TimeProvider time)
{
    /// <summary>The essays of a round that have a text and count, marked or not, in the order of the attempts' ids.</summary>
    public async IAsyncEnumerable<MarkLine> ExportAsync(LiveRound round)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var marks = await context.Marks.AsNoTracking().Where(m => m.Contest == round.Contest && m.Round == round.Number)
            .ToDictionaryAsync(m => (m.Contestant, m.Ordinal, m.Position), m => m.Points);
        var attempts = context.Attempts.AsNoTracking()
            .Where(a => a.Contest == round.Contest && a.Round == round.Number && a.Written != null
                && (a.State == AttemptState.Submitted || a.State == AttemptState.Expired))
            .OrderBy(a => a.Contestant).ThenBy(a => a.Ordinal);
        await foreach (var row in attempts.AsAsyncEnumerable())
        {
            var attempt = row.ToAttempt();
            var paper = Paper.Draw(round.Of(attempt).MarkedBy(attempt.SetVersion), attempt.DrawnAs);
            for (var position = 0; position < paper.Lines.Length; position++)
            {
                if (paper.QuestionAt(position).Essay is not null && attempt.Answers.TextAt(position) is { Length: > 0 } text)
                {
                    var points = marks.TryGetValue((row.Contestant, row.Ordinal, (short)position), out var given) ? given : (int?)null;
                    yield return new MarkLine(
                        attempt.Id.ToString(), position + 1, paper.QuestionAt(position).Code, paper.Lines[position].Point, text, points);
                }
            }
        }
    }

    /// <summary>Stores marks. The same sheet again changes nothing.</summary>
    /// <param name="round">The round they are for.</param>
    /// <param name="marks">The marks.</param>
    /// <param name="marker">Who gave them.</param>
    /// <returns>A sentence for each mark that could not be taken, as <c>line: why</c>.</returns>
    public async Task<ValueList<string>> ImportAsync(LiveRound round, ValueList<GivenMark> marks, string marker)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var refused = new List<string>();
        foreach (var chunk in marks.Chunk(1_000))
        {
            var outcomes = await Task.WhenAll(chunk.Select(mark => Take(round, mark, marker, now)));
            refused.AddRange(outcomes.OfType<string>());
        }

        return refused.ToValueList();
    }

    private async Task<string?> Take(LiveRound round, GivenMark mark, string marker, long now)
    {
        if (!AttemptId.TryParse(mark.Attempt, out var id) || id.Contest != round.Contest || id.Round != round.Number)
        {
            return $"{mark.Line}: '{mark.Attempt}' is no attempt of round {round.Number}";
        }

        var outcome = await writer.Mark(round, new NewMark(id, new EssayMark(mark.Question - 1, mark.Points), marker, now));
        return outcome.Refusal switch
        {
            null => null,
            SittingRefusal.NoSuchAttempt or SittingRefusal.NoSuchContestant => $"{mark.Line}: there is no attempt '{mark.Attempt}'",
            _ => $"{mark.Line}: question {mark.Question} is no essay, or the attempt does not count, or {mark.Points / 100m} is more than it can have",
        };
    }
}
