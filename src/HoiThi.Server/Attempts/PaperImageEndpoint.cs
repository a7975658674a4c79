using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using HoiThi.Core.Papers;
using HoiThi.Formats.Banks;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Attempts;

/// <summary>An image of a question, for the contestant on whose paper the question is: a sealed set is nobody's before a paper is drawn from it.</summary>
internal static class PaperImageEndpoint
{
    private const string OfContest = "SELECT content FROM contest_file WHERE contest = $1 AND path = $2";

    // A contest that was taken in anew without its images: what was sealed from the bank has them there.
    private const string OfBank = "SELECT content FROM bank_image WHERE contest = $1 AND name = $2";

    /// <summary>Everybody comes at once: an image is read once for as long as the contest does not change.</summary>
    private static readonly ConditionalWeakTable<LiveContest, ConcurrentDictionary<string, byte[]>> Kept = [];

    public static async Task<IResult> Show(HttpContext context, string id, string file, OwnAttempts attempts, AttemptReader reader, Reads reads)
    {
        var (own, refusal) = attempts.Of(context, id);
        if (own is null)
        {
            return refusal!;
        }

        if (await reader.Find(own.Id) is not { } attempt)
        {
            return Reply.NotFound();
        }

        var paper = Paper.Draw(own.Round.Of(attempt).Set(attempt.SetVersion), attempt.DrawnAs);
        var shown = paper.Lines.Any(line => paper.Set.Questions[line.Question].Images is { } images && images.Any(image => image.File == file));
        if (!shown || await Content(own.Contest, file, reads) is not { } content)
        {
            return Reply.NotFound();
        }

        context.Response.Headers.CacheControl = "private, max-age=86400";
        return Reply.File(content, ImageKind.Of(content) ?? "application/octet-stream");
    }

    private static async Task<byte[]?> Content(LiveContest contest, string file, Reads reads)
    {
        var kept = Kept.GetOrCreateValue(contest);
        if (kept.TryGetValue(file, out var known))
        {
            return known;
        }

        var found = await reads.Query(OfContest, row => row.GetFieldValue<byte[]>(0), contest.Number, file) is [var content, ..] ? content
            : await reads.Query(OfBank, row => row.GetFieldValue<byte[]>(0), contest.Number, file[(file.LastIndexOf('/') + 1)..]) is [var image, ..] ? image
            : null;
        return found is null ? null : kept.GetOrAdd(file, found);
    }
}
