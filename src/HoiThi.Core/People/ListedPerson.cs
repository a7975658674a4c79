namespace HoiThi.Core.People;

/// <summary>A line of a list of named people.</summary>
/// <param name="Identity">The value of the contest's identity field, as the list's makers wrote it.</param>
/// <param name="Name">The full name, or null.</param>
/// <param name="Unit">The code of a unit of the contest, or null.</param>
/// <param name="Code">A code that only this person was given, or null; what opens the contest where the method is roster.</param>
public sealed record ListedPerson(string Identity, string? Name, string? Unit, string? Code);
