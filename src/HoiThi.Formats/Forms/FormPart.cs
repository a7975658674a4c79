using HoiThi.Core;

namespace HoiThi.Formats.Forms;

/// <summary>How a value of <c>contest.yaml</c> is asked in a form; made of the same definition that reads the file.</summary>
public abstract record FormPart;

/// <summary>A value of one line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Longest">The most characters.</param>
public sealed record LinePart(LineKind Kind, int Longest = 100) : FormPart;

/// <summary>What a line holds.</summary>
public enum LineKind
{
    Text,
    Code,
    Number,
    Decimal,
    Date,
    Moment,
    TimeOfDay,
}

/// <summary>Yes or no.</summary>
public sealed record FlagPart : FormPart;

/// <summary>A text in Vietnamese, and in English if there is one: the values <c>path.vi</c> and <c>path.en</c>.</summary>
public sealed record TextsPart : FormPart;

/// <summary>One of a few words.</summary>
/// <param name="Name">What the words are of, as in <c>rankingKey</c>.</param>
/// <param name="Words">The words with their meanings in English.</param>
public sealed record WordPart(string Name, ValueList<FormWord> Words) : FormPart;

/// <summary>A word and what it means.</summary>
public sealed record FormWord(string Word, string Description);

/// <summary>Some of a few words, in no order: one value, joined with commas.</summary>
public sealed record SetPart(string Name, ValueList<FormWord> Words) : FormPart;

/// <summary>Short values that stand in one field, one a line or parted by commas.</summary>
/// <param name="Kind">What each of them is.</param>
public sealed record SeveralPart(LineKind Kind) : FormPart;

/// <summary>Keys with values.</summary>
/// <param name="Name">The record's name, as in <c>prize</c>.</param>
/// <param name="Keys">The keys in the order of the file.</param>
public sealed record GroupPart(string Name, ValueList<FormKey> Keys) : FormPart;

/// <summary>Items in an order: the values <c>path[0]…</c>, and how many there are in <c>path#</c>.</summary>
public sealed record ListPart(FormPart Item, int Least, int Most) : FormPart;

/// <summary>Keys of one of several forms; which of them is in <c>path#form</c>.</summary>
public sealed record FormsPart(ValueList<FormTitle> Forms) : FormPart;

/// <summary>One of several forms.</summary>
/// <param name="Title">What the guide calls it.</param>
/// <param name="Marks">Keys that only it has.</param>
/// <param name="Group">Its keys.</param>
public sealed record FormTitle(string Title, ValueList<string> Marks, GroupPart Group);

/// <summary>A key of a group.</summary>
/// <param name="Name">The key.</param>
/// <param name="Part">How its value is asked.</param>
/// <param name="Need">What leaving it out means.</param>
/// <param name="Default">The default as it is written; empty where there is none.</param>
/// <param name="Description">What it is for, in English.</param>
public sealed record FormKey(string Name, FormPart Part, FormNeed Need, string Default, string Description);

/// <summary>What leaving a value out means.</summary>
public enum FormNeed
{
    /// <summary>It must be there.</summary>
    Required,

    /// <summary>The default.</summary>
    Default,

    /// <summary>That there is none, or that another rule stands in its place.</summary>
    Absent,
}
