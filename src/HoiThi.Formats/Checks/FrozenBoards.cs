using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A board that is frozen for longer than its round lasts would never show anything.</summary>
internal static class FrozenBoards
{
    public static void Check(Contest contest, Scope scope)
    {
        var publication = contest.Publication;
        var shortest = contest.Rounds
            .Where(round => !round.Practice && round.Windows.Count > 0)
            .MinBy(round => round.Closes.Value - round.Opens.Value);
        if (publication.Standings != Moment.AtOnce || shortest is null)
        {
            return;
        }

        var minutes = (shortest.Closes.Value - shortest.Opens.Value).TotalMinutes;
        if (publication.FreezeMinutes > 0 && publication.FreezeMinutes >= minutes)
        {
            scope.Add(
                "publication.freezeMinutes",
                $"the board of round {shortest.Number} is frozen for {publication.FreezeMinutes} minutes, and the round lasts {minutes:0}",
                $"less than {minutes:0}");
        }
    }
}
