using HoiThi.Core.Contests;

namespace HoiThi.Server.Contests.Pages;

/// <summary>A page that stands for an HTTP error.</summary>
/// <param name="Status">403, 404, 429, 503, or any other as 500.</param>
/// <param name="Contest">The contest the address is in, or null.</param>
/// <param name="RetryAfter">
/// For 429 and 503 of a GET: seconds until the page tries again by itself. The endpoint sends them as <c>Refresh</c>, which
/// browsers follow without script, and as <c>Retry-After</c>; a few at random among them, or all come back at once.
/// Null for a POST: that is for the person to repeat.
/// </param>
/// <param name="Reference">What to quote when asking for help (the trace's id), or null.</param>
public sealed record ProblemView(int Status, Contest? Contest = null, int? RetryAfter = null, string? Reference = null);
