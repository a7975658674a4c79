using HoiThi.Core;

namespace HoiThi.Formats.Banks;

/// <summary>Problems of one question, in words.</summary>
internal static class QuestionProblems
{
    /// <summary>The open problems whose answer is the key.</summary>
    public static IReadOnlySet<string> AskForKey { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "no-key", "several-marked", "partly-marked", "marks-disagree", "unknown-key", "key-two-ways", "number-twice", "unscored", "any-of",
    };

    public static BankProblem NoText(BankPlace place) => Error(place, "no-text", "Câu hỏi không có nội dung chữ.", "The question has no text.");

    public static BankProblem TooLong(BankPlace place) => Error(
        place,
        "too-long",
        "Nội dung dài hơn 5.000 ký tự; có thể nhiều câu bị dính vào nhau.",
        "A text has more than 5,000 characters; several questions may have run together.");

    public static BankProblem NoChoices(BankPlace place) => Open(
        place,
        "no-choices",
        "Không nhận ra phương án nào. Đây là câu tự luận, hay các phương án viết theo kiểu khác?",
        "No choices were recognised. Is it an essay, or are its choices written in another way?",
        [new("essay", new("Câu tự luận", "An essay"))]);

    public static BankProblem OneChoice(BankPlace place) => Error(
        place, "one-choice", "Chỉ nhận ra một phương án.", "Only one choice was recognised.");

    public static BankProblem NoKey(BankPlace place, int choices) => Open(
        place,
        "no-key",
        "Không có dấu hiệu nào cho biết đáp án đúng.",
        "Nothing says which choice is right.",
        [.. Enumerable.Range(0, choices).Select(index => Say(index, "Chưa có căn cứ", "Nothing speaks for it yet"))]);

    public static BankProblem SameChoice(BankPlace place, int first, int second) => Error(
        place,
        "same-choice",
        $"Phương án {Letters.Of(first)} và {Letters.Of(second)} giống nhau.",
        $"Choices {Letters.Of(first)} and {Letters.Of(second)} are the same.");

    public static BankProblem EmptyChoice(BankPlace place, int index) => Error(
        place, "empty-choice", $"Phương án {Letters.Of(index)} trống.", $"Choice {Letters.Of(index)} is empty.");

    public static BankProblem SeveralMarked(BankPlace place, int[] marked, string vi, string en) => Open(
        place,
        "several-marked",
        $"Nhiều phương án cùng được đánh dấu ({vi}): {Letters.OfAll(marked)}.",
        $"Several choices are marked alike ({en}): {Letters.OfAll(marked)}.",
        [new(Letters.OfAll(marked), new("Tất cả đều đúng", "All of them are right")), .. marked.Select(index => Say(index, vi, en))]);

    public static BankProblem PartlyMarked(BankPlace place, int[] marked, string vi, string en) => Open(
        place,
        "partly-marked",
        $"Chỉ một phần phương án {Letters.OfAll(marked)} được đánh dấu ({vi}): là đáp án hay chỉ để nhấn mạnh?",
        $"Only a part of choice {Letters.OfAll(marked)} is marked ({en}): the key, or emphasis?",
        [.. marked.Select(index => Say(index, vi, en))]);

    public static BankProblem MarksDisagree(BankPlace place, IEnumerable<(int[] Choices, string Vi, string En)> marks) => Open(
        place,
        "marks-disagree",
        "Các dấu hiệu chỉ vào những phương án khác nhau.",
        "The marks point at different choices.",
        [.. marks.Select(mark => new Candidate(Letters.OfAll(mark.Choices), new(mark.Vi, mark.En)))]);

    public static BankProblem UnknownKey(BankPlace place, string key, int choices) => Open(
        place,
        "unknown-key",
        $"Đáp án ghi “{BankText.Beginning(key)}” không khớp với phương án nào.",
        $"The key says '{BankText.Beginning(key)}', which is none of the choices.",
        [.. Enumerable.Range(0, choices).Select(index => Say(index, "Một trong các phương án", "One of the choices"))]);

    public static BankProblem KeyTwoWays(BankPlace place, string key, IEnumerable<(int[] Choices, string Vi, string En)> ways) => Open(
        place,
        "key-two-ways",
        $"Đáp án ghi “{BankText.Beginning(key)}” có thể hiểu theo nhiều cách.",
        $"The key says '{BankText.Beginning(key)}', which can be read in several ways.",
        [.. ways.Select(way => new Candidate(Letters.OfAll(way.Choices), new(way.Vi, way.En)))]);

    public static BankProblem NumberTwice(BankPlace place, string number, IEnumerable<string> keys) => Open(
        place,
        "number-twice",
        $"Có nhiều câu mang số {number}, nên bảng đáp án không cho biết chắc chắn.",
        $"Several questions have the number {number}, so the key table does not say for certain.",
        [.. keys.Distinct(StringComparer.Ordinal).Select(key => new Candidate(key, new("Theo bảng đáp án", "From the key table")))]);

    public static BankProblem ChoiceLabels(BankPlace place, string labels) => Open(
        place,
        "choice-labels",
        $"Thứ tự chữ cái của phương án không liền mạch: {labels}. Các phương án có đủ và đúng không?",
        $"The letters of the choices are not in sequence: {labels}. Are these all the choices?",
        [new("accept", new("Giữ các phương án như đã nhận ra", "Keep the choices as they were recognised"))]);

    public static BankProblem StrayLine(BankPlace place, string text, int choice) => Open(
        place,
        "stray-line",
        $"Dòng “{BankText.Beginning(text)}” đứng sau phương án cuối: thuộc phương án đó hay không?",
        $"The line '{BankText.Beginning(text)}' stands after the last choice: is it part of it?",
        [
            new("accept", new($"Thuộc phương án {Letters.Of(choice)}", $"It is part of choice {Letters.Of(choice)}")),
            new("drop", new("Không thuộc câu hỏi", "It is no part of the question")),
        ]);

    public static BankProblem Partial(BankPlace place, string vi, string en) => Note(
        place, "partial-credit", $"Điểm từng phần không được giữ: {vi}.", $"Partial credit is not kept: {en}.");

    public static BankProblem AnyOf(BankPlace place, int[] right) => Open(
        place,
        "any-of",
        $"Tệp cho phép chọn một trong các phương án {Letters.OfAll(right)} là đúng; ở đây phải chọn đủ các phương án đúng.",
        $"The file accepts any one of {Letters.OfAll(right)}; here all right choices must be ticked.",
        [
            .. right.Select(index => Say(index, "Được tính đúng", "Counts as right")),
            new Candidate(Letters.OfAll(right), new("Phải chọn đủ", "All must be ticked")),
        ]);

    public static BankProblem FeedbackLost(BankPlace place) => Note(
        place, "choice-feedback", "Phản hồi riêng của từng phương án không được giữ.", "Feedback of single choices is not kept.");

    public static BankProblem Unscored(BankPlace place, int[] key) => Open(
        place,
        "unscored",
        "Câu có ghi đáp án nhưng không có quy tắc chấm.",
        "The item declares a right answer but nothing that marks by it.",
        key.Length == 0 ? [] : [new(Letters.OfAll(key), new("Đáp án khai báo", "The declared answer"))]);

    public static BankProblem ImageKept(BankPlace place, int count) => Note(
        place, "image", $"Câu có {count} hình, được giữ kèm theo.", $"The question has {count} image(s), kept beside it.");

    public static BankProblem ImageMissing(BankPlace place, string name) => Error(
        place, "image-missing", $"Không có tệp hình “{BankText.Beginning(name)}”.", $"The image '{BankText.Beginning(name)}' is not there.");

    public static BankProblem CodeTwice(BankPlace place, string code, string now) => Note(
        place, "code-twice", $"Mã {code} đã có; câu này nhận mã {now}.", $"The code {code} is there already; this question got {now}.");

    public static BankProblem Bad(BankPlace place, string code, string vi, string en) => Error(place, code, vi, en);

    public static BankProblem Told(BankPlace place, string code, string vi, string en) => Note(place, code, vi, en);

    private static Candidate Say(int choice, string vi, string en) => new(Letters.Of(choice), new(vi, en));

    private static BankProblem Error(BankPlace place, string code, string vi, string en) => new(code, ProblemKind.Error, place, new(vi, en), []);

    private static BankProblem Note(BankPlace place, string code, string vi, string en) => new(code, ProblemKind.Note, place, new(vi, en), []);

    private static BankProblem Open(BankPlace place, string code, string vi, string en, ValueList<Candidate> candidates) =>
        new(code, ProblemKind.Open, place, new(vi, en), candidates);
}
