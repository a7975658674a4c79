using System.Text;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>
/// What all papers of a round share in one language, encoded once: the shell, the title, the prediction and every
/// word around the questions.
/// </summary>
public sealed class PaperFrame
{
    /// <param name="shell">The plain shell with <c>paper.js</c>.</param>
    /// <param name="language">The language of everything here.</param>
    /// <param name="contest">The contest, for its zone, its prediction and where to join.</param>
    /// <param name="round">The rules of the round.</param>
    public PaperFrame(Shell shell, Language language, Contest contest, RoundRules round)
    {
        Shell = shell;
        Language = language;
        Zone = TimeZoneInfo.FindSystemTimeZoneById(contest.TimeZone);
        Title = Html.Encode(language.Say(contest.Rounds[round.Number - 1].Title));
        AttemptWord = Html.Encode(language.Say("Lượt", "attempt"));
        QuestionWord = Html.Encode(language.Say("Câu", "Question"));
        Limit = Encoding.UTF8.GetBytes(round.Attempts.PerRound is { } most ? $"/{most}" : "");
        Join = Html.Encode($"/competition/{contest.Slug}/join");
        Grace = round.Grace;
        Prediction = round.Prediction is { Place: PredictionPlace.Paper } prediction ? Html.Encode(language.Say(prediction.Question)) : null;
        ChangeAnswers = round.ChangeAnswers;
        PredictionNote = Html.Encode(language.Say(
            "Câu dự đoán · không tính điểm, chỉ để phân hạng khi bằng điểm",
            "Prediction · no points; it orders those with equal scores"));
        Several = Html.Encode(language.Say("Chọn tất cả phương án đúng", "Choose all that are right"));
        NumberHint = Html.Encode(language.Say("Nhập một số, ví dụ 12,5", "A number, as in 12.5"));
        AnswerWord = Html.Encode(language.Say("Câu trả lời", "Answer"));
        EssayBefore = Html.Encode(language.Say("Tối đa ", "At most "));
        EssayAfter = Html.Encode(language.Say(" từ; phần dài hơn không được tính", " words; what is beyond is not kept"));
        EssayWritten = Html.Encode(language.Say(" · đã viết ", " · written: "));
        Once = Html.Encode(language.Say("Đã chốt, không sửa được", "Given; it cannot be changed"));
        AnswerSaved = Html.Encode(language.Say("✓ Đã lưu câu này", "✓ Saved"));
        AnswerOpen = Html.Encode(language.Say("Chưa trả lời câu này", "Not answered yet"));
        Seconds = Html.Encode(language.Say("giây", "seconds"));
        Ends = Html.Encode(language.Say("hết giờ", "time is up"));
        PlainBefore = Html.Encode(language.Say("Bài hết giờ lúc ", "Time is up at "));
        PlainBetween = Html.Encode(language.Say("; khi trang này mở ra còn ", "; when this page opened there were "));
        PlainAfter = Html.Encode(language.Say(
            " phút. Hãy bấm “Lưu bài” sau vài câu và “Nộp bài” khi xong.",
            " minutes left. Press “Save” every few questions and “Submit” when you are done."));
        PlainState = Html.Encode(language.Say("Chưa lưu câu nào", "Nothing saved yet"));
        SavedBefore = Html.Encode(language.Say("✓ Đã lưu ", "✓ Saved "));
        SavedAfter = Html.Encode(language.Say(" câu", " answers"));
        Foot = FootOf(language);
        Dialog = DialogOf(language);
    }

    public Language Language { get; }

    internal Shell Shell { get; }

    internal TimeZoneInfo Zone { get; }

    internal long Grace { get; }

    internal byte[] Title { get; }

    internal byte[] AttemptWord { get; }

    internal byte[] QuestionWord { get; }

    internal byte[] Limit { get; }

    internal byte[] Join { get; }

    internal byte[]? Prediction { get; }

    internal byte[] PredictionNote { get; }

    internal byte[] Several { get; }

    internal bool ChangeAnswers { get; }

    internal byte[] NumberHint { get; }

    internal byte[] AnswerWord { get; }

    internal byte[] EssayBefore { get; }

    internal byte[] EssayAfter { get; }

    internal byte[] EssayWritten { get; }

    internal byte[] Once { get; }

    internal byte[] AnswerSaved { get; }

    internal byte[] AnswerOpen { get; }

    internal byte[] Seconds { get; }

    internal byte[] Ends { get; }

    internal byte[] PlainBefore { get; }

    internal byte[] PlainBetween { get; }

    internal byte[] PlainAfter { get; }

    internal byte[] PlainState { get; }

    internal byte[] SavedBefore { get; }

    internal byte[] SavedAfter { get; }

    internal byte[] Foot { get; }

    internal byte[] Dialog { get; }

    private static byte[] FootOf(Language language) => Encoding.UTF8.GetBytes(
        $"""
        <div class="paper-foot"><div class="container">
        <button class="btn btn-quiet" type="button" data-previous hidden><span aria-hidden="true">←</span> {language.Say("Trước", "Back")}</button>
        <button class="btn btn-quiet" type="button" data-next hidden>{language.Say("Tiếp", "Next")} <span aria-hidden="true">→</span></button>
        <button class="btn btn-quiet" type="submit" data-save>{language.Say("Lưu bài", "Save")}</button>
        """);

    private static byte[] DialogOf(Language language) => Encoding.UTF8.GetBytes(
        $"""
        <dialog class="ask" aria-labelledby="ask-title"><h2 id="ask-title">{language.Say("Nộp bài?", "Submit?")}</h2>
        <p data-ask></p><p class="muted">{language.Say("Nộp rồi thì không sửa được nữa.", "Nothing can be changed afterwards.")}</p>
        <div class="actions"><button class="btn btn-quiet" type="button" data-ask-back>{language.Say("Làm tiếp", "Go on")}</button>
        <button class="btn btn-go" type="button" data-ask-submit>{language.Say("Nộp bài", "Submit")}</button></div></dialog>
        """);
}
