using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>
/// The way to a paper by plain requests, for tests that begin there. They go through the visitor's context, so that its
/// pages have the cookies.
/// </summary>
internal static partial class Arrivals
{
    /// <summary>Registers a new person.</summary>
    /// <returns>The person and their personal code.</returns>
    public static async Task<(Person Person, string Code)> RegisterAsync(this Visitor visitor, string contest = DemoSite.Slug)
    {
        var person = Person.Another();
        var form = visitor.Context.APIRequest.CreateFormData();
        form.Set("full-name", person.Name);
        form.Set("citizen-id", person.CitizenId);
        form.Set("phone", person.Phone);
        form.Set("email", person.Email);
        form.Set("unit", person.Unit);
        form.Set("_password", Person.Password);
        form.Set("_consent", "yes");
        var joined = await visitor.Context.APIRequest.PostAsync($"/competition/{contest}/join", new APIRequestContextOptions { Form = form });
        var code = PersonalCode().Match(await joined.TextAsync());
        code.Success.ShouldBeTrue("The page after registering shows no personal code.");
        return (person, code.Value);
    }

    /// <summary>Registers a new person, who starts an attempt.</summary>
    /// <returns>The address of the paper.</returns>
    public static async Task<string> StartAsync(this Visitor visitor, int round = DemoSite.OpenRound, string contest = DemoSite.Slug)
    {
        await visitor.RegisterAsync(contest);
        return await visitor.StartAgainAsync(round, contest);
    }

    /// <summary>Starts an attempt, or finds the one in progress.</summary>
    public static async Task<string> StartAgainAsync(this Visitor visitor, int round = DemoSite.OpenRound, string contest = DemoSite.Slug)
    {
        var paper = await visitor.Context.APIRequest.PostAsync($"/competition/{contest}/rounds/{round}/attempts");
        paper.Url.ShouldContain("/attempts/");
        return paper.Url;
    }

    /// <summary>Submits the attempt at an address with what it has.</summary>
    public static async Task SubmitAsync(this Visitor visitor, string paper) => (await visitor.Context.APIRequest.PostAsync(
        paper + "/submission", new APIRequestContextOptions { DataObject = new { changes = Array.Empty<int>() } })).Ok.ShouldBeTrue();

    [GeneratedRegex("(?<=<p class=\"code\">)[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex PersonalCode();
}
