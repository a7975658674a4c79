using System.Net;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Security;

/// <summary>What browsers are told, what other sites cannot do, and whose cookie is believed.</summary>
public sealed class SecurityTests(PostgresServer postgres, SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData(Paths.Home, 200)]
    [InlineData(Paths.Join, 200)]
    [InlineData(Paths.Standings, 200)]
    [InlineData("/khong-co", 404)]
    [InlineData("/competition/khong-co", 404)]
    [InlineData("/healthz", 200)]
    public async Task Every_reply_tells_browsers_to_load_nothing_from_elsewhere(string path, int status)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        using var response = await visitor.GetAsync(path);
        ((int)response.StatusCode).ShouldBe(status);
        ShouldBeSafe(response);
    }

    [Fact]
    public async Task Errors_tell_browsers_the_same()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres, configure: FaultyStore.On);
        using var contestant = await site.Node.ContestantAsync();
        site.Node.Get<FaultyStore>().Failing = true;
        using var busy = await contestant.PostAsync($"{Paths.Round(1)}/attempts", []);
        busy.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ShouldBeSafe(busy);
        using var foreign = await contestant.SendAsync(HttpMethod.Post, Paths.Join, null, ("Sec-Fetch-Site", "cross-site"));
        ShouldBeSafe(foreign);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "nonsense")]
    public async Task Another_site_cannot_make_a_browser_write(string header, string value)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var contestant = await site.Node.ContestantAsync();
        using var start = await contestant.SendAsync(HttpMethod.Post, $"{Paths.Round(1)}/attempts", new FormUrlEncodedContent([]), (header, value));
        start.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var join = await contestant.SendAsync(HttpMethod.Post, Paths.Join, new FormUrlEncodedContent(new Person().Form()), (header, value));
        join.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await site.ValueAsync<long>("SELECT count(*) FROM attempt WHERE contestant = @p0", site.Parameter(contestant.Id))).ShouldBe(0);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "{self}")]
    public async Task The_site_itself_can(string header, string value)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var contestant = await site.Node.ContestantAsync();
        using var start = await contestant.SendAsync(
            HttpMethod.Post, $"{Paths.Round(1)}/attempts", new FormUrlEncodedContent([]), (header, value.Replace("{self}", site.Node.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)));
        start.Headers.Location!.OriginalString.ShouldStartWith("/attempts/");
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Cookies_are_kept_from_scripts_and_other_sites_and_behind_tls_from_the_open_network(string scheme, bool secure)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        using var joined = await visitor.SendAsync(
            HttpMethod.Post, Paths.Join, new FormUrlEncodedContent(await visitor.FormAsync()), ("X-Forwarded-Proto", scheme));
        var cookies = joined.Headers.GetValues("Set-Cookie").ToArray();
        cookies.Length.ShouldBe(2);
        foreach (var cookie in cookies)
        {
            cookie.ShouldContain("httponly");
            cookie.ShouldContain("samesite=lax");
            cookie.ShouldContain("path=/");
            cookie.ShouldContain("max-age=");
            cookie.Contains("secure", StringComparison.Ordinal).ShouldBe(secure);
        }
    }

    /// <summary>A contest's page shows a QR code with its own address, which comes from the request.</summary>
    [Fact]
    public async Task A_page_asked_for_under_a_made_up_host_is_not_shown_to_others()
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        var (forged, own) = (await HomeAsync("evil.example"), await HomeAsync(site.Node.Address.Authority));
        own.ShouldNotBe(forged);
        (await HomeAsync("evil.example")).ShouldBe(forged);

        async Task<string> HomeAsync(string host)
        {
            using var response = await visitor.SendAsync(HttpMethod.Get, Paths.Home, null, ("Host", host));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_cookie_that_was_changed_is_nobodys(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        using var other = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        var name = ContestantSession.Name(site.Node.Contest.Number);
        var (mine, theirs) = (contestant.Cookies.GetCookies(site.Node.Address)[name]!.Value, other.Cookies.GetCookies(site.Node.Address)[name]!.Value);
        string[] forged =
        [
            (mine[0] == 'A' ? 'B' : 'A') + mine[1..],
            mine[..^2] + (mine[^2] == 'A' ? 'B' : 'A') + mine[^1],
            theirs[..34] + mine[34..],
            mine[..40],
            mine + "A",
            "",
            "🙂",
            new string('A', mine.Length),
        ];
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        (await SendAsync(mine)).ShouldBe(HttpStatusCode.OK);
        foreach (var value in forged)
        {
            (await SendAsync(value)).ShouldBe(HttpStatusCode.Redirect, value);
        }

        (await SendAsync(theirs)).ShouldBe(HttpStatusCode.NotFound);

        async Task<HttpStatusCode> SendAsync(string value)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Node.Address, Paths.Paper(attempt)));
            request.Headers.TryAddWithoutValidation("Cookie", $"{name}={Uri.EscapeDataString(value)}");
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_session_ends_after_half_a_year()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.TakeAsync(1);
        site.Clock.Advance(TimeSpan.FromDays(179));
        (await contestant.GetAsync(Paths.Result(attempt))).StatusCode.ShouldBe(HttpStatusCode.OK);
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await contestant.GetAsync(Paths.Result(attempt))).Headers.Location!.OriginalString.ShouldBe(Paths.Join + "?way=return");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_server_with_another_key_refuses_to_start(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var key = Path.Combine(site.Folder, "hoithi.key");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(key).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var right = await File.ReadAllTextAsync(key);
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]));
        (await Should.ThrowAsync<WrongKeyException>(site.StartNodeAsync())).Message.ShouldContain("hoithi.key");
        await File.WriteAllTextAsync(key, "no key");
        (await Should.ThrowAsync<FormatException>(site.StartNodeAsync())).Message.ShouldContain("hoithi.key");
        await File.WriteAllTextAsync(key, right);
        await site.StartNodeAsync();
    }

    [Theory]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org", "/")]
    [InlineData(null, "/")]
    public async Task Choosing_a_language_leads_to_no_other_site(string? from, string to)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        using var response = await visitor.SendAsync(HttpMethod.Get, "/language/en", null, from is null ? [] : [("Referer", from)]);
        response.Headers.Location!.OriginalString.ShouldBe(to);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_site_says_whether_it_is_alive_and_ready(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var visitor = site.Node.Visitor();
        (await (await visitor.GetAsync("/healthz")).Content.ReadAsStringAsync()).ShouldBe("alive");
        (await (await visitor.GetAsync("/readyz")).Content.ReadAsStringAsync()).ShouldBe("ready, 1 contests");
    }

    private static void ShouldBeSafe(HttpResponseMessage response)
    {
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("form-action 'self'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        response.Headers.Contains("Server").ShouldBeFalse();
    }
}
