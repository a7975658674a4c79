using HoiThi.Core.Contests;

namespace HoiThi.Server.Contests.Pages;

/// <summary>A page of text by the organisers.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Page">Which page.</param>
/// <param name="Text">Its text, in the visitor's language where there is one.</param>
public sealed record TextPageView(Contest Contest, ContestPage Page, ContestText Text);
