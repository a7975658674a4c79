using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Questions;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Manage.Keys;

/// <summary>A question of a sealed set, with what its key is by now.</summary>
/// <param name="Rules">The round, for the division of the set.</param>
/// <param name="Set">The set as it was sealed.</param>
/// <param name="Index">Which question of it, from 0.</param>
public sealed record KeyPlace(RoundRules Rules, SealedSet Set, int Index)
{
    public Question Question => Set.Questions[Index];

    /// <summary>The set that attempts are marked by now.</summary>
    public SealedSet InForce => Rules.MarkedBy(Set.Version);

    /// <summary>The ruling that holds now, or null.</summary>
    public KeyRuling? Ruling => InForce.RulingOn(Index);

    /// <summary>The question with this code in a sealed set, or null.</summary>
    public static KeyPlace? Find(LiveContest contest, int round, int version, string question)
    {
        if (contest.LiveRound(round) is not { } live || live.Divisions[0].Sets.FirstOrDefault(each => each.Version == version && each.Division >= 0) is not { } set)
        {
            return null;
        }

        var index = set.Questions.Index().FirstOrDefault(each => each.Item.Code == question, (-1, null!)).Index;
        return index < 0 ? null : new KeyPlace(live.Of((short)set.Division), set, index);
    }

    /// <summary>The rulings that hold once this question's is <paramref name="ruling"/>; null takes it back to what was sealed.</summary>
    public static ValueList<KeyRuling> With(IEnumerable<KeyRuling> inForce, string question, KeyRuling? ruling) =>
        [.. inForce.Where(each => each.Question != question), .. ruling is null ? [] : new[] { ruling }];

    /// <summary>The set with this question's ruling changed, of a version; null where the ruling does not fit.</summary>
    public SealedSet? Corrected(ValueList<KeyRuling> inForce, KeyRuling? ruling, int version)
    {
        try
        {
            return Set.Corrected(version, With(inForce, Question.Code, ruling));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether nothing would change.</summary>
    public bool IsAsItIs(ValueList<KeyRuling> inForce, KeyRuling? ruling) => Equals(inForce.FirstOrDefault(each => each.Question == Question.Code), ruling);
}
