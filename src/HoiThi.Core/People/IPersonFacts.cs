namespace HoiThi.Core.People;

/// <summary>What rules ask of a person to tell whether they are for him or her.</summary>
public interface IPersonFacts
{
    /// <summary>The code of the division, or null where there is none, or none yet.</summary>
    string? Division { get; }

    /// <summary>The code of the kind of the person's own unit.</summary>
    string Kind { get; }

    /// <summary>The code of the block of that kind.</summary>
    string Block { get; }

    /// <summary>The age on the day that the contest counts ages on.</summary>
    Age Age { get; }

    /// <summary>What was answered in a field, as it is stored (for a choice the option's Vietnamese text), or null.</summary>
    string? Answer(string field);

    /// <summary>Whether the person is on the list with this code.</summary>
    bool IsOn(string list);
}
