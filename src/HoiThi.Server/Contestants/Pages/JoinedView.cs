using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Server.Contestants.Pages;

/// <summary>What a new contestant sees once.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Name">The contestant's name.</param>
/// <param name="Unit">The contestant's unit.</param>
/// <param name="Code">The personal code as it is written down, e.g. <c>K7M2-9QXD</c>; null where people come back otherwise.</param>
/// <param name="Open">The round that is open now, or null.</param>
/// <param name="Next">The round that opens next, where none is open; null when none is to come.</param>
public sealed record JoinedView(Contest Contest, string Name, LocalText Unit, string? Code, Round? Open, Round? Next)
{
    /// <summary>The division the contestant is in, or null where there are none.</summary>
    public Division? Division { get; init; }

    /// <summary>What the contestant is told of the rules.</summary>
    public ValueList<LocalText> Notes { get; init; } = [];
}
