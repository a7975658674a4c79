using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Organisers;

namespace HoiThi.Server.Manage.Pages;

/// <param name="Story">The contestant from whose page one came.</param>
/// <param name="Other">What was typed to find the other.</param>
/// <param name="Second">The other, once found.</param>
/// <param name="KeepsOther">Whether it is the other that stays.</param>
/// <param name="Lines">What becomes of every attempt.</param>
/// <param name="Form">What was sent.</param>
public sealed record MergeView(StoryView Story, string Other, StoryView? Second, bool KeepsOther, ValueList<MergeLine> Lines, ConsoleForm Form)
{
    public string KeptSubject => (KeepsOther ? Second! : Story).Subject;

    public string GoneSubject => (KeepsOther ? Story : Second!).Subject;
}

/// <param name="Round">The round.</param>
/// <param name="Started">When it was started.</param>
/// <param name="OfKept">Whether it was sat under the registration that stays.</param>
/// <param name="Was">Its number then.</param>
/// <param name="Ordinal">Its number from now on.</param>
/// <param name="Score">Hundredths of a point, or null.</param>
/// <param name="State">How it will stand.</param>
/// <param name="Over">Whether it is struck out because it is beyond a limit.</param>
/// <param name="Makes">Whether it makes the standing.</param>
public sealed record MergeLine(LocalText Round, DateTime Started, bool OfKept, int Was, int Ordinal, int? Score, AttemptState State, bool Over, bool Makes);

/// <summary>A registration that has become part of this one.</summary>
public sealed record MergedLine(string Name, DateTime Moment, string Reason);
