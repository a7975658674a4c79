namespace HoiThi.Formats.Banks;

/// <summary>A statement that is true or false, as a question with two choices.</summary>
internal static class TrueFalse
{
    public static void Fill(Draft draft, bool isTrue)
    {
        draft.KeepOrder = true;
        draft.Choices.Add(new DraftChoice("Đúng") { English = "True", Right = isTrue });
        draft.Choices.Add(new DraftChoice("Sai") { English = "False", Right = !isTrue });
    }
}
