using System.Net;
using HoiThi.Server.Mail;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;

namespace HoiThi.Server.Tests.Organisers;

/// <summary>From a link of the command line to a session, and everything that must not let anybody in.</summary>
public sealed class SignInTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_first_administrator_comes_by_a_link_and_has_to_set_up_both_factors(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var said = await CommandRun.RunAsync(
            "people", "add", "--email", "quan.tri@thu.vn", "--role", "administrator", "--site", "http://thi.vn/", "--data", site.Folder,
            "--database", kind == DatabaseKind.Sqlite ? "sqlite" : site.Database.ConnectionString);
        said.ExitCode.ShouldBe(0, said.Errors);
        said.Output.ShouldStartWith("http://thi.vn/manage/invitation/");
        var link = new Uri(said.Output.Trim()).AbsolutePath;

        using var user = new ConsoleUser(site.Node, "quan.tri@thu.vn");
        // The command ran by another clock than the site's.
        await site.ExecuteAsync("UPDATE invitation SET expires = @p0", site.Clock.Now.AddDays(1).ToUnixTimeMilliseconds());
        (await user.PageAsync(link)).Body!.Words().ShouldContain("Quản trị hệ thống");
        (await user.PostAsync(link, ("name", "Vũ Đình Quản"), ("password", "ngắn"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await user.PostAsync(link, ("name", "Vũ Đình Quản"), ("password", ConsoleUser.Password))).ShouldLeadTo("/manage/welcome");

        // With a password alone nothing opens but the way to the second factor.
        (await user.GetAsync("/manage")).ShouldLeadTo("/manage/welcome");
        (await user.GetAsync("/manage/account")).ShouldLeadTo("/manage/welcome");
        var welcome = await user.PageAsync("/manage/welcome");
        user.Key = welcome.QuerySelector("#key")!.Words();
        var sealedKey = welcome.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        (await user.PostAsync("/manage/welcome/totp", ("key", sealedKey), ("code", "000000"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var codes = await (await user.PostAsync("/manage/welcome/totp", ("key", sealedKey), ("code", user.Code()))).PageAsync();
        codes.QuerySelectorAll(".codes li").Length.ShouldBe(10);
        (await user.PageAsync("/manage")).QuerySelector("h1")!.Words().ShouldBe("Các hội thi");

        // The link is spent.
        (await user.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await user.PostAsync(link, ("name", "Ai Đó"), ("password", ConsoleUser.Password))).StatusCode.ShouldBe(HttpStatusCode.Gone);

        // Signing in again takes both; a recovery code counts once, a code of the app that was used never.
        using var again = new ConsoleUser(site.Node, "quan.tri@thu.vn") { Key = user.Key };
        await again.PostAsync("/manage/sign-in", ("email", again.Email), ("password", ConsoleUser.Password));
        (await again.PostAsync("/manage/sign-in/code", ("code", again.Code()))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var recovery = codes.QuerySelectorAll(".codes li")[3].Words();
        (await again.PostAsync("/manage/sign-in/code", ("code", recovery))).ShouldLeadTo("/manage");
        using var third = new ConsoleUser(site.Node, "quan.tri@thu.vn") { Key = user.Key };
        await third.PostAsync("/manage/sign-in", ("email", again.Email), ("password", ConsoleUser.Password));
        (await third.PostAsync("/manage/sign-in/code", ("code", recovery))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await site.ValueAsync<string>("SELECT value FROM person_token WHERE name = 'AuthenticatorKey'")).ShouldNotContain(user.Key);
        (await site.ValueAsync<string>("SELECT value FROM person_token WHERE name = 'RecoveryCodes'")).ShouldNotContain(recovery);
        (await site.ValueAsync<string>("SELECT xml FROM protection_key")).ShouldContain("encryptedSecret");
        (await site.ValueAsync<string>("SELECT xml FROM protection_key")).ShouldNotContain("masterKey");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Five_wrong_passwords_lock_the_account_and_an_unknown_one_looks_the_same(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var user = new ConsoleUser(site.Node);
        await user.ExistAsync(ConsoleUser.OfRole(site.Node, Role.Organiser));
        var unknown = await (await user.PostAsync("/manage/sign-in", ("email", "khong.co@thu.vn"), ("password", "gì đó dài dài"))).PageAsync();
        for (var tried = 0; tried < 5; tried++)
        {
            var wrong = await user.PostAsync("/manage/sign-in", ("email", user.Email), ("password", "sai mật khẩu rồi"));
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            if (tried == 0)
            {
                (await wrong.PageAsync()).QuerySelector("#errors")!.Words().ShouldBe(unknown.QuerySelector("#errors")!.Words());
            }
        }

        var locked = await (await user.PostAsync("/manage/sign-in", ("email", user.Email), ("password", ConsoleUser.Password))).PageAsync();
        locked.QuerySelector("#errors")!.Words().ShouldContain("15 phút");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_session_ends_when_it_is_revoked_idle_or_its_person_locked(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var user = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        using var phone = new ConsoleUser(site.Node, user.Email) { Key = user.Key };
        await phone.SignInAsync(steps: 1);
        var page = await user.PageAsync("/manage/account");
        var end = page.QuerySelectorAll("form[action$='/end']").ShouldHaveSingleItem().GetAttribute("action")!;
        (await user.PostAsync(end)).ShouldLeadTo("/manage/account?done=session");
        (await phone.GetAsync("/manage")).ShouldLeadTo("/manage/sign-in");

        // Nobody ends the session of another.
        using var other = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await other.PostAsync(end)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        site.Clock.Advance(TimeSpan.FromHours(9));
        (await user.GetAsync("/manage/account")).ShouldLeadTo("/manage/sign-in?to=%2Fmanage%2Faccount");

        await user.SignInAsync();
        using var administrator = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        var id = await site.ValueAsync<string>("SELECT CAST(id AS text) FROM person WHERE email = @p0", user.Email);
        (await administrator.PostAsync($"/manage/people/{id}/disable")).ShouldLeadTo("/manage/people?done=disabled");
        (await user.GetAsync("/manage")).ShouldLeadTo("/manage/sign-in");
        (await user.PostAsync("/manage/sign-in", ("email", user.Email), ("password", ConsoleUser.Password))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // An administrator is locked out neither by himself nor by the last one's mistake.
        var own = await site.ValueAsync<string>("SELECT CAST(id AS text) FROM person WHERE email = @p0", administrator.Email);
        (await administrator.PostAsync($"/manage/people/{own}/disable")).ShouldLeadTo("/manage/people?done=refused");
        (await administrator.PostAsync($"/manage/people/{own}/revoke", ("role", "Administrator"), ("contest", "0"), ("unit", "0"))).ShouldLeadTo("/manage/people?done=refused");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_invitation_goes_by_mail_and_without_a_server_the_link_is_shown(DatabaseKind kind)
    {
        await using var mail = new MailServer();
        await using var site = await TestSite.StartAsync(kind, postgres, configure: builder => builder.Services.AddSingleton(
            new MailOptions("127.0.0.1", mail.Port, null, null, "Hội thi <thi@thu.vn>", SecureSocketOptions.None)));
        using var administrator = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        var people = $"/manage/contests/{TestContest.Slug}/people";

        var sent = await (await administrator.PostAsync(people + "/invite", ("name", "Hoàng Thị Mai"), ("email", "mai@thu.vn"), ("role", "Organiser"))).PageAsync();
        sent.QuerySelector("#link").ShouldBeNull();
        var (to, content) = await mail.NextAsync();
        to.ShouldBe("mai@thu.vn");
        var text = MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content))).TextBody!;
        text.ShouldContain("Ban tổ chức của “Hội thi thử nghiệm”");
        var link = text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim();

        using var mai = new ConsoleUser(site.Node, "mai@thu.vn");
        (await mai.PostAsync(new Uri(link).AbsolutePath, ("name", "Hoàng Thị Mai"), ("password", ConsoleUser.Password))).ShouldLeadTo("/manage/welcome");

        // The role counts once the second factor is there; somebody who has an account needs no second link.
        var welcome = await mai.PageAsync("/manage/welcome");
        mai.Key = welcome.QuerySelector("#key")!.Words();
        await mai.PostAsync("/manage/welcome/totp", ("key", welcome.QuerySelector("input[name=key]")!.GetAttribute("value")!), ("code", mai.Code()));
        (await mai.PageAsync($"/manage/contests/{TestContest.Slug}")).QuerySelector("h1")!.Words().ShouldBe("Hội thi thử nghiệm");
        (await administrator.PostAsync("/manage/people/invite", ("name", "Hoàng Thị Mai"), ("email", "MAI@thu.vn"), ("role", "Auditor"))).ShouldLeadTo("/manage/people?done=granted");
        (await mai.GetAsync("/manage/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await mail.DisposeAsync();
        var shown = await (await administrator.PostAsync(people + "/invite", ("name", "Lê Văn Đầu"), ("email", "dau@thu.vn"), ("role", "Coordinator"), ("unit", "so-a"))).PageAsync();
        shown.QuerySelector("#link")!.Words().ShouldContain("/manage/invitation/");
        (await administrator.PostAsync(people + "/invite", ("name", "Lê Văn Đầu"), ("email", "dau"), ("role", "Administrator"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_page_of_another_site_sends_no_form()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres);
        using var user = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = user.Cookies });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Node.Address, "/manage/sign-out"));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await user.GetAsync("/manage")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await user.GetAsync("/manage")).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
