using System.Net;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HoiThi.Server.Tests.Organisers;

/// <summary>People of the console through an OpenID Connect provider, with a real one on this machine.</summary>
public sealed class ProviderTests(PostgresServer postgres, ProviderServer provider) : IClassFixture<ProviderServer>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_was_invited_binds_the_account_and_gives_the_own_second_factor_and_nobody_else_gets_in(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind, acr: null);
        provider.Person = new(StringComparer.Ordinal) { ["sub"] = $"stranger-{kind}", ["name"] = "Người Lạ" };
        using var stranger = new ConsoleUser(site.Node);
        (await stranger.PageAsync("/manage/sign-in")).QuerySelector("a[href^='/manage/sign-in/provider']")!.Words().ShouldContain("Cổng đăng nhập");
        var refused = await GoAsync(stranger, "/manage/sign-in/provider");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).QuerySelector("#errors")!.Words().ShouldContain("chưa được mời");
        (await site.CountAsync("person")).ShouldBe(0);

        // By the link of the invitation, without a password.
        provider.Person["sub"] = $"mai-{kind}";
        provider.Person["name"] = "Hoàng Thị Mai";
        using var mai = new ConsoleUser(site.Node);
        var token = await InviteAsync(site, mai.Email);
        (await mai.PageAsync($"/manage/invitation/{token}")).QuerySelector("a[href$='/provider']").ShouldNotBeNull();
        (await GoAsync(mai, $"/manage/invitation/{token}/provider")).ShouldLeadTo("/manage/welcome");
        (await mai.GetAsync("/manage")).ShouldLeadTo("/manage/welcome");
        var welcome = await mai.PageAsync("/manage/welcome");
        mai.Key = welcome.QuerySelector("#key")!.Words();
        await mai.PostAsync("/manage/welcome/totp", ("key", welcome.QuerySelector("input[name=key]")!.GetAttribute("value")!), ("code", mai.Code()));
        (await mai.PageAsync("/manage")).Body!.Words().ShouldContain("Hoàng Thị Mai");
        (await GoAsync(stranger, $"/manage/invitation/{token}/provider")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "the link is spent");
        (await mai.PostAsync("/manage/account/provider/remove")).ShouldLeadTo("/manage/account?done=last-way");

        // The next time the provider stands for the password, and the app is asked as well.
        using var again = new ConsoleUser(site.Node, mai.Email) { Key = mai.Key };
        (await GoAsync(again, "/manage/sign-in/provider?to=%2Fmanage%2Faccount")).ShouldLeadTo("/manage/sign-in/code?to=%2Fmanage%2Faccount");
        (await again.PostAsync("/manage/sign-in/code", ("code", again.Code(1)), ("to", "/manage/account"))).ShouldLeadTo("/manage/account");

        // Another binds from the own account; what is bound to one is not bound to two.
        using var second = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await GoAsync(second, "/manage/account/provider")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        provider.Person["sub"] = $"second-{kind}";
        (await GoAsync(second, "/manage/account/provider")).ShouldLeadTo("/manage/account?done=provider");
        (await GoAsync(second, "/manage/account/provider")).ShouldLeadTo("/manage/account?done=provider");
        (await site.CountAsync("person_login")).ShouldBe(2);
        (await second.PostAsync("/manage/account/provider/remove")).ShouldLeadTo("/manage/account?done=provider-removed");

        // Who is locked stays out.
        await site.ExecuteAsync("UPDATE person SET disabled = 1 WHERE email = @p0", mai.Email);
        provider.Person["sub"] = $"mai-{kind}";
        (await GoAsync(new ConsoleUser(site.Node), "/manage/sign-in/provider")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_second_factor_of_the_provider_counts_where_the_operator_says_so_and_a_stolen_answer_nowhere()
    {
        await using var site = await StartAsync(DatabaseKind.Sqlite, acr: "hai-lop");
        provider.Person = new(StringComparer.Ordinal) { ["sub"] = "acr", ["name"] = "Vũ Thị Lan", ["acr"] = "hai-lop" };
        using var lan = new ConsoleUser(site.Node);
        var token = await InviteAsync(site, lan.Email);
        (await GoAsync(lan, $"/manage/invitation/{token}/provider")).ShouldLeadTo("/manage");
        (await lan.GetAsync("/manage")).StatusCode.ShouldBe(HttpStatusCode.OK);

        provider.Person["acr"] = "mot-lop";
        using var weak = new ConsoleUser(site.Node);
        (await GoAsync(weak, "/manage/sign-in/provider")).ShouldLeadTo("/manage/welcome");
        provider.Person["acr"] = "hai-lop";
        using var thief = new ConsoleUser(site.Node);
        (await thief.GetAsync(await AnswerAsync(lan, "/manage/sign-in/provider"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_way_to_one()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres);
        using var user = new ConsoleUser(site.Node);
        (await user.PageAsync("/manage/sign-in")).QuerySelector("a[href^='/manage/sign-in/provider']").ShouldBeNull();
        (await user.GetAsync("/manage/sign-in/provider")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await user.GetAsync("/manage/sign-in/provider/return?state=x&code=y")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<TestSite> StartAsync(DatabaseKind kind, string? acr) => TestSite.StartAsync(kind, postgres, TimeProvider.System, configure: builder =>
        builder.Services.AddSingleton(builder.Services.Select(service => service.ImplementationInstance).OfType<ServerOptions>().Single() with
        {
            ConsoleProvider = new ConsoleProvider(provider.Issuer, ProviderServer.ClientId, ProviderServer.Secret, "Cổng đăng nhập", acr),
        }));

    private static async Task<string> InviteAsync(TestSite site, string email)
    {
        await using var scope = site.Node.Get<IServiceScopeFactory>().CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HoiThiContext>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var token = await scope.ServiceProvider.GetRequiredService<Invitations>().CreateAsync(Actor.CommandLine, email, "Người được mời", new RoleGrant(site.Node.Contest.Number, Role.Organiser, 0));
        await transaction.CommitAsync();
        return token;
    }

    /// <summary>To the provider, which signs in at once, and back.</summary>
    private static async Task<HttpResponseMessage> GoAsync(ConsoleUser user, string way) => await user.GetAsync(await AnswerAsync(user, way));

    private static async Task<string> AnswerAsync(ConsoleUser user, string way)
    {
        using var away = await user.GetAsync(way);
        away.StatusCode.ShouldBe(HttpStatusCode.Redirect, way);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var back = await browser.GetAsync(away.Headers.Location!);
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect, await back.Content.ReadAsStringAsync());
        return back.Headers.Location!.PathAndQuery;
    }
}
