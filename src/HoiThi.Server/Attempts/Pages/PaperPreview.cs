using System.Buffers;
using System.Text;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>Papers as contestants would see them, for who composes the questions: the same fieldsets, of an attempt that nobody has.</summary>
public static class PaperPreview
{
    /// <summary>The questions of a paper as HTML.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="rules">The round for a division.</param>
    /// <param name="set">What the paper is drawn from.</param>
    /// <param name="attempt">The attempt that nobody has.</param>
    /// <param name="language">The language.</param>
    /// <param name="prefix">What ids begin with: several papers stand on one page.</param>
    /// <param name="images">Where the images are, for whom no attempt shows them.</param>
    public static string Html(Contest contest, RoundRules rules, SealedSet set, AttemptId attempt, Language language, string prefix, string images)
    {
        var frame = new PaperFrame(new Shell(default, default), language, contest, rules);
        var paper = Paper.Draw(set, attempt);
        var (questions, blank) = (new EncodedSet(set, language), AnswerSheet.Blank(set.PaperLength));
        var output = new ArrayBufferWriter<byte>();
        var html = new Html(output);
        for (var position = 0; position < paper.Lines.Length; position++)
        {
            QuestionBlock.Write(ref html, frame, questions[paper.Lines[position].Question], paper, position, blank, attempt.ToString());
        }

        html.Flush();
        return Encoding.UTF8.GetString(output.WrittenSpan)
            .Replace(" id=\"", $" id=\"{prefix}", StringComparison.Ordinal)
            .Replace($"\"/attempts/{attempt}/images/images/", $"\"{images}", StringComparison.Ordinal)
            .Replace(" aria-describedby=\"", $" aria-describedby=\"{prefix}", StringComparison.Ordinal);
    }
}
