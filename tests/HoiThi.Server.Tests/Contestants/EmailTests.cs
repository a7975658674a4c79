using System.Net;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contestants;
using HoiThi.Server.Contestants.Email;
using HoiThi.Server.Mail;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HoiThi.Server.Tests.Contestants;

/// <summary>An address that is proved by a link, with a real mail server.</summary>
public sealed class EmailTests(PostgresServer postgres, SmtpServer smtp) : IClassFixture<SmtpServer>
{
    private static readonly ContestBundle Bundle = JoinContests.With(rules => rules with { Method = JoinMethod.Email });

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_link_makes_the_registration_and_nothing_is_there_before(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var contestant = site.Node.Visitor();
        using var sent = await contestant.PostAsync(Paths.Join, await contestant.FormAsync());
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        sent.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await sent.PageAsync()).QuerySelector("section.card")!.Words().ShouldContain(contestant.Person.Email);
        (await site.CountAsync("contestant")).ShouldBe(0);
        (await contestant.PostAsync($"{Paths.Round(1)}/attempts", [])).Headers.Location!.OriginalString.ShouldContain("/join");

        var letter = smtp.Next();
        letter.To.ShouldBe(contestant.Person.Email);
        letter.From.ShouldContain("hoi-thi@thu.vn");
        letter.Subject.ShouldBe("Xác nhận đăng ký: Thử nghiệm");
        letter.Text.ShouldContain($"Chào {contestant.Person.Name},");
        letter.Link.ShouldStartWith(Paths.Join + "/link/");

        // Looking, as a scanner of mail does, uses nothing up.
        (await contestant.PageAsync(letter.Link)).QuerySelector("form[method=post]")!.GetAttribute("action").ShouldBe(letter.Link);
        (await site.CountAsync("contestant")).ShouldBe(0);
        (await contestant.PostAsync(letter.Link, [])).ShouldLeadTo(Paths.Joined);
        (await site.CountAsync("contestant")).ShouldBe(1);
        (await contestant.PageAsync(Paths.Joined)).QuerySelector("h1")!.Words().ShouldContain(contestant.Person.Name);
        (await contestant.StartAsync()).ShouldNotBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_link_works_once_but_a_double_tap_is_one_use(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var contestant = site.Node.Visitor();
        (await contestant.PostAsync(Paths.Join, await contestant.FormAsync())).Dispose();
        var link = smtp.Next().Link;
        foreach (var tap in await Task.WhenAll(contestant.PostAsync(link, []), contestant.PostAsync(link, [])))
        {
            tap.ShouldLeadTo(Paths.Joined);
        }

        (await site.CountAsync("contestant")).ShouldBe(1);
        site.Clock.Advance(EmailLinks.SameUse);
        using var thief = site.Node.Visitor();
        (await thief.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        using var again = await thief.PostAsync(link, []);
        again.StatusCode.ShouldBe(HttpStatusCode.Gone);
        again.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await site.ValueAsync<string>(kind == DatabaseKind.Sqlite ? "SELECT hex(token_hash) FROM email_link" : "SELECT encode(token_hash, 'hex') FROM email_link"))
            .ShouldNotContain(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(link.Split('/')[^1])), Case.Insensitive);

        // The letter is struck from the database when the mail server has answered, a moment after it is in the box.
        for (var tries = 0; tries < 100 && await LettersAsync(site) > 0; tries++)
        {
            await Task.Delay(50);
        }

        (await LettersAsync(site)).ShouldBe(0);
    }

    private static Task<long> LettersAsync(TestSite site) => site.ValueAsync<long>("SELECT count(*) FROM email_link WHERE letter IS NOT NULL");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_link_that_is_too_old_does_nothing(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var contestant = site.Node.Visitor();
        (await contestant.PostAsync(Paths.Join, await contestant.FormAsync())).Dispose();
        var link = smtp.Next().Link;
        site.Clock.Advance(EmailLinks.ConfirmLifetime);
        (await contestant.PostAsync(link, [])).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await site.CountAsync("contestant")).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromDays(2));
        (await site.Node.Get<SendLetters>().ForgetAsync()).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_wrong_address_takes_nobodys_place_and_the_first_confirmed_stays(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var owner = site.Node.Visitor();
        using var other = site.Node.Visitor(owner.Person with { Email = "ke.gian@thu.vn", Name = "Trần Kẻ Gian" });
        (await other.PostAsync(Paths.Join, await other.FormAsync())).Dispose();
        var theirs = smtp.Next().Link;
        (await owner.PostAsync(Paths.Join, await owner.FormAsync())).Dispose();
        (await owner.PostAsync(smtp.Next().Link, [])).ShouldLeadTo(Paths.Joined);
        (await other.PostAsync(theirs, [])).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await site.ValueAsync<string>("SELECT name FROM contestant")).ShouldBe(owner.Person.Name);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Coming_back_by_a_link_tells_nobody_who_is_registered(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var contestant = site.Node.Visitor();
        (await contestant.PostAsync(Paths.Join, await contestant.FormAsync())).Dispose();
        (await contestant.PostAsync(smtp.Next().Link, [])).Dispose();

        using var elsewhere = site.Node.Visitor(contestant.Person);
        using var known = await elsewhere.PostAsync(Paths.Return, new() { ["citizen-id"] = contestant.Person.CitizenId });
        var letter = smtp.Next();
        letter.Subject.ShouldStartWith("Đường dẫn vào hội thi");
        using var unknown = await elsewhere.PostAsync(Paths.Return, new() { ["citizen-id"] = new Person().CitizenId });
        (await known.Content.ReadAsStringAsync()).ShouldBe(await unknown.Content.ReadAsStringAsync());
        smtp.IsQuiet().ShouldBeTrue();
        (await elsewhere.PostAsync(letter.Link, [])).ShouldLeadTo(Paths.Home);
        (await elsewhere.StartAsync()).ShouldNotBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_address_gets_so_many_letters_an_hour_and_not_more(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        var victim = $"nan-nhan-{kind}@thu.vn".ToLowerInvariant();
        var answers = new List<HttpStatusCode>();
        for (var letter = 0; letter <= EmailLinks.LettersPerHour; letter++)
        {
            using var visitor = site.Node.Visitor(new Person { Email = victim });
            answers.Add((await visitor.PostAsync(Paths.Join, await visitor.FormAsync())).StatusCode);
        }

        answers.Count(status => status == HttpStatusCode.OK).ShouldBe(EmailLinks.LettersPerHour);
        answers[^1].ShouldBe(HttpStatusCode.UnprocessableEntity);
        for (var letter = 0; letter < EmailLinks.LettersPerHour; letter++)
        {
            smtp.Next().To.ShouldBe(victim);
        }
    }

    [Fact]
    public async Task A_letter_that_is_refused_is_tried_again_and_its_address_is_not_logged()
    {
        await using var site = await StartAsync(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor(new Person { Email = "khong-nhan@thu.vn" });
        (await visitor.PostAsync(Paths.Join, await visitor.FormAsync())).Dispose();
        while (await site.ValueAsync<long>("SELECT tries FROM email_link") == 0)
        {
            await Task.Delay(50);
        }

        (await site.Node.Get<SendLetters>().RunAsync()).ShouldBe(0);
        (await site.ValueAsync<long>("SELECT tries FROM email_link")).ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.Node.Get<SendLetters>().RunAsync();
        (await site.ValueAsync<long>("SELECT tries FROM email_link")).ShouldBeGreaterThanOrEqualTo(2);
        (await site.ValueAsync<long>("SELECT count(*) FROM email_link WHERE letter IS NOT NULL")).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_mail_server_visitors_and_the_operator_are_told()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres, contest: Bundle);
        using var visitor = site.Node.Visitor();
        (await visitor.PageAsync(Paths.Join)).QuerySelector(".empty")!.Words().ShouldContain("Chưa mở đăng ký");
        using var posted = await visitor.PostAsync(Paths.Join, visitor.Person.Form());
        posted.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        site.Node.Get<MethodNeeds>().Of(Bundle.Contest).ShouldContain(lack => lack.Contains("HOITHI_SMTP_HOST", StringComparison.Ordinal));
    }

    private Task<TestSite> StartAsync(DatabaseKind kind) => TestSite.StartAsync(kind, postgres, contest: Bundle, configure: builder => builder.Services.AddSingleton(smtp.Options));
}
