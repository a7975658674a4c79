namespace HoiThi.Core.People;

/// <summary>Whether a rule fits a person, as far as the person's data tells.</summary>
public enum Fit
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>It may: the data leaves it open, as a year of birth leaves the age open. Taken for yes, and said.</summary>
    Doubtful,

    /// <summary>It does.</summary>
    Yes,
}
