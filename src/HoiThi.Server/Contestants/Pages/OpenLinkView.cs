using HoiThi.Core.Contests;

namespace HoiThi.Server.Contestants.Pages;

/// <summary>The page behind a link that was sent.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Token">What stands in the link; null where it is not valid any more.</param>
public sealed record OpenLinkView(Contest Contest, string? Token);
