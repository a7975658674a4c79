using HoiThi.Core.Contests;

namespace HoiThi.Server.Contests.Pages;

/// <summary>A page that stands for an HTTP error.</summary>
/// <param name="Status">403, 404, 429, 503, or any other as 500.</param>
/// <param name="Contest">The contest the address is in, or null.</param>
/// <param name="RetryAfter">
/// For 429 and 503: seconds until another try is worth it. The endpoint says so too: <c>Retry-After</c>, and for a GET
/// <c>Refresh</c>, which makes browsers try again by themselves without script.
/// </param>
/// <param name="Reference">What to quote when asking for help (the trace's id), or null.</param>
public sealed record ProblemView(int Status, Contest? Contest = null, int? RetryAfter = null, string? Reference = null);
