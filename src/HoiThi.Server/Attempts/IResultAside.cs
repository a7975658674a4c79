using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>What another feature puts below a result; so the hot path depends on none of them.</summary>
public interface IResultAside
{
    /// <summary>HTML to stand below the score, or null for nothing.</summary>
    Task<string?> Of(LiveContest contest, AttemptId attempt, Language language);
}
