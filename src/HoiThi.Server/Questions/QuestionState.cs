namespace HoiThi.Server.Questions;

/// <summary>How far a version of a question has come.</summary>
public enum QuestionState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Somebody else has read it and found it right.</summary>
    Reviewed,

    /// <summary>May be drawn into papers.</summary>
    Approved,

    /// <summary>Is kept and no longer drawn.</summary>
    Retired,
}

internal static class QuestionStates
{
    /// <summary>The state as the database has it.</summary>
    public static string Name(this QuestionState state) => state switch
    {
        QuestionState.Draft => "draft",
        QuestionState.Reviewed => "reviewed",
        QuestionState.Approved => "approved",
        _ => "retired",
    };

    public static QuestionState Of(string name) => Enum.Parse<QuestionState>(name, ignoreCase: true);
}
