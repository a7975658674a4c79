using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Core.Prizes;

namespace HoiThi.Core.Tests.Prizes;

/// <summary>Facts of a person, told as they are set.</summary>
internal sealed record TestPerson : IPrizePerson
{
    public string? Division { get; init; }

    public string Unit { get; init; } = "u1";

    public string TopUnit { get; init; } = "u1";

    public string Kind { get; init; } = "agency";

    public string Block { get; init; } = "city";

    public DateOnly? BirthDate { get; init; }

    public Age Age => BirthDate is { } born ? Age.Of(born, new DateOnly(2024, 1, 1)) : Age.Unknown;

    public bool IsComplete { get; init; } = true;

    public ListRole? KeptOut { get; init; }

    public string[] Lists { get; init; } = [];

    public string? Answer(string field) => null;

    public bool IsOn(string list) => Lists.Contains(list);
}
