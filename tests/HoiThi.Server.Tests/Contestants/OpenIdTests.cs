using System.Net;
using AngleSharp.Html.Dom;
using HoiThi.Core.Contests;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HoiThi.Server.Tests.Contestants;

/// <summary>Through an OpenID Connect provider, with a real one on this machine.</summary>
public sealed class OpenIdTests(PostgresServer postgres, ProviderServer provider) : IClassFixture<ProviderServer>
{
    private const string ToProvider = Paths.Join + "/provider";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Claims_fill_fields_the_rest_is_asked_and_the_next_time_nothing_is(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var contestant = site.Node.Visitor();
        SignedIn(contestant.Person);
        (await contestant.PageAsync(Paths.Join)).QuerySelector("a.btn-go")!.GetAttribute("href").ShouldBe(ToProvider);
        using var details = await ReturnAsync(contestant, await GoAsync(contestant));
        details.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await details.PageAsync();
        page.QuerySelector("dl.given")!.Words().ShouldContain(contestant.Person.Name);
        page.QuerySelectorAll("[name=full-name], [name=citizen-id], [name=email]").ShouldBeEmpty();
        page.QuerySelector("[name=phone]").ShouldNotBeNull(); // the provider's is no number
        var form = contestant.Person.Form();
        form["full-name"] = "Người Khác";
        form["citizen-id"] = new Person().CitizenId;
        foreach (var hidden in page.QuerySelectorAll("form input[type=hidden]").Cast<IHtmlInputElement>())
        {
            form[hidden.Name!] = hidden.Value;
        }

        (await contestant.PostAsync(Paths.Join, form)).ShouldLeadTo(Paths.Joined);
        (await contestant.PostAsync(Paths.Join, form)).ShouldLeadTo(Paths.Joined);
        (await site.CountAsync("contestant")).ShouldBe(1);
        (await site.ValueAsync<string>("SELECT name FROM contestant WHERE id = @p0", site.Parameter(contestant.Id))).ShouldBe(contestant.Person.Name);

        using var elsewhere = site.Node.Visitor(contestant.Person);
        using var again = await ReturnAsync(elsewhere, await GoAsync(elsewhere, "?round=1"));
        again.ShouldLeadTo(Paths.Round(1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_subject_can_be_the_identity(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind, rules => rules with
        {
            Identity = "account",
            Fields = [.. rules.Fields, new RegistrationField("account", FieldType.Text, new("Tài khoản"), null, Required: true, [])],
            Provider = rules.Provider! with { Claims = [new ClaimField("sub", "account"), new ClaimField("name", "full-name")] },
        });
        using var contestant = site.Node.Visitor();
        SignedIn(contestant.Person);
        using var details = await ReturnAsync(contestant, await GoAsync(contestant));
        var form = contestant.Person.Form();
        form["_draft"] = ((IHtmlInputElement)(await details.PageAsync()).QuerySelector("[name=_draft]")!).Value;
        (await contestant.PostAsync(Paths.Join, form)).ShouldLeadTo(Paths.Joined);
        using var again = await ReturnAsync(contestant, await GoAsync(contestant));
        again.ShouldLeadTo(Paths.Home);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_only_the_user_info_tells_is_read_there(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var contestant = site.Node.Visitor();
        SignedIn(contestant.Person);
        provider.OnlyInUserInfo.Add("citizen_id");
        using var details = await ReturnAsync(contestant, await GoAsync(contestant));
        (await details.PageAsync()).QuerySelector("dl.given")!.Words().ShouldContain(contestant.Person.CitizenId);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public async Task An_address_that_is_not_verified_is_nobodys_identity(string? verified, bool taken)
    {
        await using var site = await StartAsync(DatabaseKind.Sqlite, rules => rules with { Identity = "email" });
        using var visitor = site.Node.Visitor();
        SignedIn(visitor.Person);
        if (verified is not null)
        {
            provider.Person["email_verified"] = verified;
        }

        using var response = await ReturnAsync(visitor, await GoAsync(visitor));
        response.StatusCode.ShouldBe(taken ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_answer_that_belongs_to_no_question_of_this_browser_signs_nobody_in()
    {
        await using var site = await StartAsync(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        SignedIn(visitor.Person);
        var answer = await GoAsync(visitor);
        using var thief = site.Node.Visitor();
        (await ReturnAsync(thief, answer)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _ = await GoAsync(visitor); // a second tab asks anew; the first answer is stale
        (await ReturnAsync(visitor, answer)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var good = await GoAsync(visitor);
        (await ReturnAsync(visitor, good.Replace("state=", "state=x", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        provider.SpoilNonce = true;
        using var spoiled = await ReturnAsync(visitor, await GoAsync(visitor));
        spoiled.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await spoiled.PageAsync()).GetElementById("errors")!.Words().ShouldContain("Chưa đăng nhập được qua nhà cung cấp");
        provider.SpoilNonce = false;
    }

    [Fact]
    public async Task A_draft_cannot_be_made_up_and_is_needed()
    {
        await using var site = await StartAsync(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        foreach (var draft in new[] { null, "", "x", "AAAA" })
        {
            var form = visitor.Person.Form();
            if (draft is not null)
            {
                form["_draft"] = draft;
            }

            using var response = await visitor.PostAsync(Paths.Join, form);
            response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await response.PageAsync()).GetElementById("errors")!.Words().ShouldContain("bắt đầu lại từ đầu");
        }

        (await site.CountAsync("contestant")).ShouldBe(0);
    }

    private void SignedIn(Person person)
    {
        provider.OnlyInUserInfo.Clear();
        provider.Person = new(StringComparer.Ordinal)
        {
            ["sub"] = $"sub-{person.CitizenId}",
            ["name"] = person.Name,
            ["citizen_id"] = person.CitizenId,
            ["email"] = person.Email,
            ["phone_number"] = "không phải số",
        };
    }

    /// <summary>To the provider, which signs in at once; the address it sends the browser back to.</summary>
    private static async Task<string> GoAsync(Contestant visitor, string query = "")
    {
        using var away = await visitor.GetAsync(ToProvider + query);
        away.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = away.Headers.Location!;
        address.Query.ShouldContain("code_challenge_method=S256");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var back = await browser.GetAsync(address);
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect, await back.Content.ReadAsStringAsync());
        back.Headers.Location!.Host.ShouldBe("hoi-thi.test");
        return back.Headers.Location.PathAndQuery;
    }

    private static Task<HttpResponseMessage> ReturnAsync(Contestant visitor, string address) => visitor.GetAsync(address);

    private Task<TestSite> StartAsync(DatabaseKind kind, Func<RegistrationRules, RegistrationRules>? change = null) => TestSite.StartAsync(
        kind,
        postgres,
        TimeProvider.System,
        JoinContests.With(rules =>
        {
            var open = rules with
            {
                Method = JoinMethod.OpenId,
                Provider = new IdentityProvider(new("VNeID thử nghiệm"), provider.Issuer, ProviderServer.ClientId,
                [
                    new("citizen_id", "citizen-id"), new("name", "full-name"), new("email", "email"), new("phone_number", "phone"),
                ]),
            };
            return change is null ? open : change(open);
        }),
        builder => builder.Services.AddSingleton(builder.Services.Select(service => service.ImplementationInstance).OfType<ServerOptions>().Single() with
        {
            OpenIdSecret = slug => slug == TestContest.Slug ? ProviderServer.Secret : null,
        }));
}
