using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Tests.Contests.Pages;

namespace HoiThi.Server.Tests.Contestants.Pages;

public class JoinTests
{
    [Fact]
    public async Task The_form_is_the_one_the_contest_asks_for()
    {
        var page = await Rendering.Page<Join>(SampleViews.Join());

        page.QuerySelectorAll("form [name]").Select(control => control.GetAttribute("name")).Distinct(StringComparer.Ordinal)
            .ShouldBe(["full-name", "citizen-id", "phone", "email", "sex", "birth-date", "unit", "post", "_password", "_consent", "_from"]);
        page.QuerySelector("[name=citizen-id]")!.GetAttribute("inputmode").ShouldBe("numeric");
        page.QuerySelector("[name=phone]")!.GetAttribute("type").ShouldBe("tel");
        page.QuerySelector("[name=full-name]")!.GetAttribute("autocomplete").ShouldBe("name");
        page.QuerySelector("label[for=field-email]")!.TextContent.ShouldBe("Email (không bắt buộc)");
    }

    [Fact]
    public async Task Every_unit_can_be_chosen_without_script()
    {
        var view = SampleViews.Join();

        var page = await Rendering.Page<Join>(view);

        page.QuerySelectorAll("optgroup").Length.ShouldBe(view.Units.Count);
        page.QuerySelectorAll("optgroup option").Select(option => option.GetAttribute("value"))
            .ShouldBe(view.Units.SelectMany(group => group.Units).Select(unit => unit.Code));
    }

    [Fact]
    public async Task An_error_is_tied_to_its_field_and_linked_from_the_summary()
    {
        var page = await Rendering.Page<Join>(SampleViews.Join(SampleViews.Wrong));

        var field = page.QuerySelector("[name=citizen-id]")!;
        field.GetAttribute("aria-invalid").ShouldBe("true");
        field.GetAttribute("aria-describedby").ShouldBe("field-citizen-id-hint field-citizen-id-error");
        page.GetElementById("field-citizen-id-error")!.TextContent.ShouldContain("12 chữ số");
        page.QuerySelectorAll("#errors a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["#field-citizen-id", "#field-password", "#field-consent"]);
        page.QuerySelectorAll("#errors a").ShouldAllBe(link => page.GetElementById(link.GetAttribute("href")!.Substring(1)) != null);
        page.QuerySelectorAll("[aria-describedby]").SelectMany(tied => tied.GetAttribute("aria-describedby")!.Split(' '))
            .ShouldAllBe(id => page.GetElementById(id) != null);
    }

    [Fact]
    public async Task What_was_typed_is_kept_but_for_the_contest_password()
    {
        var page = await Rendering.Page<Join>(SampleViews.Join(SampleViews.Wrong));

        page.QuerySelector("[name=full-name]")!.GetAttribute("value").ShouldBe("Nguyễn \"Thị\" <b>Huyền</b>");
        page.QuerySelector("option[selected][value=chi-cuc-van-thu]").ShouldNotBeNull();
        page.QuerySelector("[name=sex][value=female]")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector("[name=_password]")!.HasAttribute("value").ShouldBeFalse();
        page.QuerySelectorAll("form b").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_registered_before_is_asked_for_identity_and_code_only()
    {
        var page = await Rendering.Page<Join>(SampleViews.Join(returning: true));

        page.QuerySelector("form")!.GetAttribute("action").ShouldBe("/competition/hai-phong-cchc-2023/join/return");
        page.QuerySelectorAll("form [name]").Select(control => control.GetAttribute("name")).ShouldBe(["citizen-id", "_code", "_from"]);
    }

    [Fact]
    public async Task Changing_the_way_keeps_where_the_visitor_came_from()
    {
        var page = await Rendering.Page<Join>(SampleViews.Join());

        page.QuerySelectorAll(".ways a").Select(link => link.GetAttribute("href")).ShouldBe([
            "/competition/hai-phong-cchc-2023/join?from=so-noi-vu",
            "/competition/hai-phong-cchc-2023/join?way=return&from=so-noi-vu",
        ]);
    }

    [Fact]
    public async Task After_the_contest_nobody_can_register()
    {
        var page = await Rendering.Page<Join>(SampleViews.Join(over: true));

        page.QuerySelectorAll("form").ShouldBeEmpty();
        page.QuerySelector(".empty")!.TextContent.ShouldContain("Hội thi đã kết thúc");
    }

    [Fact]
    public async Task The_personal_code_is_shown_with_the_way_on()
    {
        var contest = SampleContest.Contest;

        var page = await Rendering.Page<Joined>(new JoinedView(contest, "Lê <Tám>", new("Sở Y tế"), "K7M2-9QXD", contest.Rounds[1], null));

        page.QuerySelector(".code")!.TextContent.ShouldBe("K7M2-9QXD");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Chào Lê <Tám>");
        page.QuerySelector(".btn-go")!.GetAttribute("href").ShouldBe("/competition/hai-phong-cchc-2023/rounds/2");
    }
}
