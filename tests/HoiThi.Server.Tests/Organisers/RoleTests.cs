using System.Net;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.AspNetCore.Routing;

namespace HoiThi.Server.Tests.Organisers;

/// <summary>Every page and act of the console is asked for as each role, as somebody of another contest, and as nobody.</summary>
public sealed class RoleTests(SharedSites sites) : IClassFixture<SharedSites>
{
    private const string All = "AOQCJUX";
    private const string Here = "AOQCJU";

    /// <summary>
    /// Who may, written down a second time, by the first letters: Administrator, Organiser, Question editor, Coordinator,
    /// Judge, aUditor, X with a role in another contest only; * is everybody, even nobody.
    /// </summary>
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["GET /manage"] = All,
        ["GET /manage/new"] = "A",
        ["POST /manage/new/zip"] = "A",
        ["POST /manage/new/copy"] = "A",
        ["GET /manage/audit"] = "A",
        ["GET /manage/audit/export.csv"] = "A",
        ["GET /manage/audit/export.xlsx"] = "A",
        ["GET /manage/sign-in"] = "*",
        ["POST /manage/sign-in"] = "*",
        ["GET /manage/sign-in/code"] = "*",
        ["POST /manage/sign-in/code"] = "*",
        ["POST /manage/sign-in/passkey/options"] = "*",
        ["POST /manage/sign-in/passkey"] = "*",
        ["GET /manage/sign-in/provider"] = "*",
        ["GET /manage/sign-in/provider/return"] = "*",
        ["GET /manage/invitation/{token}/provider"] = "*",
        ["GET /manage/account/provider"] = All,
        ["POST /manage/account/provider/remove"] = All,
        ["POST /manage/sign-out"] = All,
        ["GET /manage/invitation/{token}"] = "*",
        ["POST /manage/invitation/{token}"] = "*",
        ["GET /manage/welcome"] = All,
        ["POST /manage/welcome/totp"] = All,
        ["POST /manage/welcome/passkey/options"] = All,
        ["POST /manage/welcome/passkey"] = All,
        ["POST /manage/welcome/recovery-codes"] = All,
        ["GET /manage/people"] = "A",
        ["GET /manage/people/export.xlsx"] = "A",
        ["POST /manage/people/invite"] = "A",
        ["POST /manage/people/{id:guid}/disable"] = "A",
        ["POST /manage/people/{id:guid}/enable"] = "A",
        ["POST /manage/people/{id:guid}/new-start"] = "A",
        ["POST /manage/people/{id:guid}/revoke"] = "A",
        ["GET /manage/account"] = All,
        ["POST /manage/account/password"] = All,
        ["POST /manage/account/passkeys/{id}/remove"] = All,
        ["POST /manage/account/sessions/{id:guid}/end"] = All,
        ["POST /manage/account/sessions/end-others"] = All,
        ["GET /manage/exports"] = All,
        ["GET /manage/exports/{id:guid}"] = All,
        ["GET /manage/exports/{id:guid}/file"] = All,
        ["GET /manage/contests/{contest}"] = Here,
        ["GET /manage/contests/{contest}/live"] = "AOU",
        ["POST /manage/contests/{contest}/rounds/{round:int}/extend"] = "AO",
        ["GET /manage/contests/{contest}/rounds"] = "AOQU",
        ["GET /manage/contests/{contest}/rounds/{round:int}"] = "AOQU",
        ["POST /manage/contests/{contest}/rounds/{round:int}/hash"] = "AO",
        ["POST /manage/contests/{contest}/rounds/{round:int}/sets/{version:int}"] = "AOQ",
        ["GET /manage/contests/{contest}/rounds/{round:int}/sealing"] = "AOQ",
        ["POST /manage/contests/{contest}/rounds/{round:int}/sealing"] = "AO",
        ["POST /manage/contests/{contest}/rounds/{round:int}/sealing/check"] = "AOQ",
        ["POST /manage/contests/{contest}/rounds/{round:int}/sealing/blueprint"] = "AO",
        ["GET /manage/contests/{contest}/rounds/{round:int}/statistics"] = "AOQU",
        ["GET /manage/contests/{contest}/rounds/{round:int}/statistics/export.xlsx"] = "AOQU",
        ["GET /manage/contests/{contest}/rounds/{round:int}/keys/{version:int}/{question}"] = "AOQU",
        ["POST /manage/contests/{contest}/rounds/{round:int}/keys/{version:int}/{question}"] = "AO",
        ["GET /manage/contests/{contest}/contestants"] = "AOCU",
        ["GET /manage/contests/{contest}/contestants/export.xlsx"] = "AOCU",
        ["GET /manage/contests/{contest}/contestants/{id:guid}"] = "AOCU",
        ["POST /manage/contests/{contest}/contestants/{id:guid}/reveal"] = "AO",
        ["POST /manage/contests/{contest}/contestants/{id:guid}/code"] = "AOC",
        ["POST /manage/contests/{contest}/contestants/{id:guid}/correct"] = "AO",
        ["POST /manage/contests/{contest}/contestants/{id:guid}/extra-time"] = "AO",
        ["GET /manage/contests/{contest}/contestants/{id:guid}/merge"] = "AO",
        ["POST /manage/contests/{contest}/contestants/{id:guid}/merge"] = "AO",
        ["POST /manage/contests/{contest}/contestants/{id:guid}/block"] = "AO",
        ["POST /manage/contests/{contest}/contestants/{id:guid}/attempts/{round:int}/{ordinal:int}/void"] = "AO",
        ["POST /manage/contests/{contest}/contestants/{id:guid}/attempts/{round:int}/{ordinal:int}/give-back"] = "AO",
        ["POST /manage/contests/{contest}/contestants/{id:guid}/attempts/{round:int}/{ordinal:int}/extra-time"] = "AO",
        ["GET /manage/contests/{contest}/standings"] = "AOU",
        ["GET /manage/contests/{contest}/standings/export.xlsx"] = "AOU",
        ["POST /manage/contests/{contest}/standings/{round:int}/publish"] = "AO",
        ["GET /manage/contests/{contest}/participation"] = "AOCU",
        ["GET /manage/contests/{contest}/participation/export.xlsx"] = "AOCU",
        ["GET /manage/contests/{contest}/proposals"] = "AOU",
        ["POST /manage/contests/{contest}/proposals/{id:guid}/approve"] = "AO",
        ["POST /manage/contests/{contest}/proposals/{id:guid}/end"] = "AO",
        ["POST /manage/contests/{contest}/proposals/rule"] = "A",
        ["GET /manage/contests/{contest}/questions"] = "AOQU",
        ["POST /manage/contests/{contest}/questions/bulk"] = "AOQ",
        ["GET /manage/contests/{contest}/questions/{number:int}"] = "AOQU",
        ["POST /manage/contests/{contest}/questions/{number:int}/state"] = "AOQ",
        ["GET /manage/contests/{contest}/questions/images/{name}"] = "AOQU",
        ["GET /manage/contests/{contest}/questions/new"] = "AOQ",
        ["POST /manage/contests/{contest}/questions/new"] = "AOQ",
        ["GET /manage/contests/{contest}/questions/{number:int}/edit"] = "AOQ",
        ["POST /manage/contests/{contest}/questions/{number:int}/edit"] = "AOQ",
        ["GET /manage/contests/{contest}/questions/import"] = "AOQ",
        ["POST /manage/contests/{contest}/questions/import"] = "AOQ",
        ["GET /manage/contests/{contest}/questions/import/template.xlsx"] = "AOQ",
        ["GET /manage/contests/{contest}/questions/import/{id:guid}"] = "AOQ",
        ["POST /manage/contests/{contest}/questions/import/{id:guid}"] = "AOQ",
        ["GET /manage/contests/{contest}/questions/import/{id:guid}/problems.xlsx"] = "AOQ",
        ["GET /manage/contests/{contest}/questions/import/{id:guid}/images/{name}"] = "AOQ",
        ["GET /manage/contests/{contest}/questions/export"] = "AOQ",
        ["GET /manage/contests/{contest}/questions/lint"] = "AOQU",
        ["GET /manage/contests/{contest}/questions/topics"] = "AOQU",
        ["POST /manage/contests/{contest}/questions/topics"] = "AOQ",
        ["GET /manage/repealed-documents"] = "A",
        ["POST /manage/repealed-documents"] = "A",
        ["GET /manage/new/template"] = "A",
        ["POST /manage/new/template"] = "A",
        ["GET /manage/contests/{contest}/setup"] = "AO",
        ["POST /manage/contests/{contest}/setup/publish"] = "AO",
        ["POST /manage/contests/{contest}/setup/archive"] = "AO",
        ["POST /manage/contests/{contest}/setup/move"] = "AO",
        ["GET /manage/contests/{contest}/setup/unit-list"] = "AO",
        ["POST /manage/contests/{contest}/setup/unit-list"] = "AO",
        ["GET /manage/contests/{contest}/setup/unit-list/export"] = "AO",
        ["POST /manage/contests/{contest}/setup/unit-list/import"] = "AO",
        ["POST /manage/contests/{contest}/setup/unit-list/apply"] = "AO",
        ["GET /manage/contests/{contest}/setup/files"] = "AO",
        ["POST /manage/contests/{contest}/setup/files/document"] = "AO",
        ["POST /manage/contests/{contest}/setup/files/document/remove"] = "AO",
        ["POST /manage/contests/{contest}/setup/files/banner"] = "AO",
        ["POST /manage/contests/{contest}/setup/files/list"] = "AO",
        ["GET /manage/contests/{contest}/setup/{section}"] = "AO",
        ["POST /manage/contests/{contest}/setup/{section}"] = "AO",
        ["GET /manage/contests/{contest}/setup/{section}/text"] = "AO",
        ["POST /manage/contests/{contest}/setup/{section}/text"] = "AO",
        ["GET /manage/contests/{contest}/preview"] = "AO",
        ["GET /manage/contests/{contest}/preview/banner"] = "AO",
        ["GET /manage/contests/{contest}/preview/{at}/{**page}"] = "AO",
        ["POST /manage/contests/{contest}/preview/{at}/{**page}"] = "AO",
        ["GET /manage/contests/{contest}/simulation"] = "AO",
        ["POST /manage/contests/{contest}/simulation"] = "AO",
        ["GET /manage/contests/{contest}/simulation/{number:int}"] = "AO",
        ["GET /manage/contests/{contest}/texts"] = "AO",
        ["POST /manage/contests/{contest}/texts/news"] = "AO",
        ["POST /manage/contests/{contest}/texts/news/remove"] = "AO",
        ["GET /manage/contests/{contest}/texts/{page}"] = "AO",
        ["POST /manage/contests/{contest}/texts/{page}"] = "AO",
        ["GET /manage/contests/{contest}/definition"] = "AO",
        ["POST /manage/contests/{contest}/definition/zip"] = "AO",
        ["GET /manage/contests/{contest}/definition/export"] = "AO",
        ["GET /manage/contests/{contest}/people"] = "AOU",
        ["GET /manage/contests/{contest}/people/export.xlsx"] = "AOU",
        ["POST /manage/contests/{contest}/people/invite"] = "AO",
        ["POST /manage/contests/{contest}/people/{id:guid}/revoke"] = "AO",
        ["GET /manage/contests/{contest}/audit"] = "AOU",
        ["GET /manage/contests/{contest}/audit/export.csv"] = "AOU",
        ["GET /manage/contests/{contest}/audit/export.xlsx"] = "AOU",
    };

    public static TheoryData<DatabaseKind, char> Visitors { get; } = [.. new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres }.SelectMany(kind => "AOQCJUXN".Select(who => (kind, who)))];

    [Theory, MemberData(nameof(Visitors))]
    public async Task A_page_opens_for_whom_it_is_and_for_nobody_else(DatabaseKind kind, char who)
    {
        var node = (await sites.Of(kind)).Node;
        using var user = await ComeAsync(node, who);
        var wrong = new List<string>();
        foreach (var route in node.Get<ConsoleRoutes>().All.OrderBy(route => route.Pattern == "/manage/sign-out"))
        {
            var address = AddressOf(route);
            using var response = route.Method == "GET" ? await user.GetAsync(address) : await user.PostAsync(address, ("nothing", ""));
            var location = response.Headers.Location?.OriginalString ?? "";
            var opened = response.StatusCode switch
            {
                HttpStatusCode.Forbidden => false,
                HttpStatusCode.SeeOther => who != 'N' || !location.StartsWith("/manage/sign-in", StringComparison.Ordinal),
                HttpStatusCode.NotFound => who != 'N' && (who != 'X' || !route.IsOfContest),
                HttpStatusCode.InternalServerError => throw new InvalidOperationException($"{route.Name} failed for {who}"),
                _ => true,
            };
            if (Expected.TryGetValue(route.Name, out var may) && may != "*" && opened != may.Contains(who))
            {
                wrong.Add($"{who} {route.Name}: {(int)response.StatusCode} {location}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_endpoint_below_manage_stands_in_the_table_and_in_this_test()
    {
        var node = (await sites.Of(DatabaseKind.Sqlite)).Node;
        var endpoints = node.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/manage", StringComparison.OrdinalIgnoreCase)).ToArray();
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ConsoleRoute>() is null).Select(endpoint => endpoint.DisplayName).ShouldBeEmpty();
        node.Get<ConsoleRoutes>().All.Select(route => route.Name).Order(StringComparer.Ordinal).ShouldBe(Expected.Keys.Order(StringComparer.Ordinal));
        endpoints.Length.ShouldBe(Expected.Count);
    }

    [Theory]
    [InlineData('A', "Tổng quan", "Nhân sự", "Nhật ký")]
    [InlineData('C', "Tổng quan", "Thí sinh")]
    [InlineData('J', "Tổng quan")]
    public async Task The_menu_has_what_a_role_may_open_and_nothing_else(char who, params string[] shown)
    {
        var node = (await sites.Of(DatabaseKind.Sqlite)).Node;
        using var user = await ComeAsync(node, who);
        var page = await user.PageAsync($"/manage/contests/{TestContest.Slug}");
        var items = page.QuerySelectorAll(".console-list .console-nav a").ToArray();
        shown.ShouldBeSubsetOf(items.Select(item => item.Words()));
        foreach (var item in items)
        {
            (await user.GetAsync(item.GetAttribute("href")!)).StatusCode.ShouldBe(HttpStatusCode.OK, item.Words());
        }

        if (who == 'J')
        {
            items.Select(item => item.Words()).ShouldBe(["Tổng quan", "Các hội thi", "Tài khoản của tôi"]);
        }
    }

    private static async Task<ConsoleUser> ComeAsync(TestNode node, char who) => who switch
    {
        'N' => new ConsoleUser(node),
        'X' => await ConsoleUser.SignedInAsync(node, new RoleGrant(999, Role.Organiser, 0)),
        _ => await ConsoleUser.SignedInAsync(node, who switch
        {
            'A' => Role.Administrator,
            'O' => Role.Organiser,
            'Q' => Role.QuestionEditor,
            'C' => Role.Coordinator,
            'J' => Role.Judge,
            _ => Role.Auditor,
        }),
    };

    private static string AddressOf(ConsoleRoute route) => route.Pattern
        .Replace("{contest}", TestContest.Slug).Replace("{id:guid}", Guid.NewGuid().ToString()).Replace("{id}", "none").Replace("{token}", "none")
        .Replace("{page}", "rules").Replace("{section}", "paper").Replace("{at}", "2030-03-04T09:00").Replace("{**page}", "join")
        .Replace("{number:int}", "1").Replace("{name}", "none.png").Replace("{round:int}", "1").Replace("{ordinal:int}", "1").Replace("{version:int}", "1")
        .Replace("{question}", "R1-001");
}
