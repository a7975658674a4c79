using System.Net;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Contestants;

/// <summary>The form: what is checked, and where what is wrong is said.</summary>
public sealed class RegistrationTests(SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory]
    [InlineData("full-name", "Nguyễn", "Hãy nhập đầy đủ cả họ và tên")]
    [InlineData("full-name", "", "Hãy điền mục “Họ và tên”")]
    [InlineData("full-name", "Nguyễn <b>An</b>", "Họ và tên chỉ gồm chữ cái")]
    [InlineData("citizen-id", "", "Hãy điền mục “Số căn cước công dân”")]
    [InlineData("citizen-id", "03118500001", "bạn đã nhập 11 chữ số")]
    [InlineData("citizen-id", "031185abc001", "chỉ gồm chữ số")]
    [InlineData("citizen-id", "123456789", "chứng minh nhân dân cũ")]
    [InlineData("citizen-id", "999185000001", "không phải là mã tỉnh")]
    [InlineData("citizen-id", "031190000001", "không khớp với năm sinh 1985")]
    [InlineData("citizen-id", "031085000001", "không khớp với giới tính")]
    [InlineData("phone", "12345", "Số điện thoại chưa đúng")]
    [InlineData("phone", "", "Hãy điền mục “Số điện thoại”")]
    [InlineData("email", "khong-co-a-cong", "Địa chỉ email chưa đúng")]
    [InlineData("birth-date", "31/02/1985", "Ngày sinh chưa đúng")]
    [InlineData("birth-date", "2999-01-01", "Ngày sinh chưa đúng")]
    [InlineData("sex", "", "Hãy điền mục “Giới tính”")]
    [InlineData("sex", "khác", "Hãy chọn nam hoặc nữ")]
    [InlineData("unit", "", "Hãy điền mục “Đơn vị”")]
    [InlineData("unit", "khong-co", "Hãy chọn đơn vị trong danh sách")]
    [InlineData("unit", "doi-tac", "không thuộc đối tượng dự thi")]
    [InlineData("post", "Giám đốc", "Hãy chọn một mục trong danh sách")]
    [InlineData("_password", "sai", "Mật khẩu cuộc thi chưa đúng")]
    [InlineData("_password", "", "Mật khẩu cuộc thi chưa đúng")]
    [InlineData("_consent", "", "Cần có sự đồng ý")]
    public async Task What_is_wrong_is_said_beside_its_field(string field, string typed, string said)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        var form = await visitor.FormAsync();
        form[field] = typed;

        using var response = await visitor.PostAsync(Paths.Join, form);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await response.PageAsync();
        var control = page.QuerySelector($"form [name='{field}']")!;
        control.GetAttribute("aria-invalid").ShouldBe("true");
        var error = page.GetElementById("field-" + field.TrimStart('_') + "-error")!;
        error.Words().ShouldContain(said);
        page.QuerySelector($"#errors li a[href='#field-{field.TrimStart('_')}']")!.Words().ShouldContain(said);

        // A wrong date does not agree with the number either, and both are said.
        page.QuerySelectorAll("p.error").Length.ShouldBe(typed == "2999-01-01" ? 2 : 1);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_what_was_typed_is_kept_but_for_the_password()
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        using var response = await visitor.PostAsync(Paths.Join, new() { ["full-name"] = "Lê\"><script>", ["_password"] = "bí-mật-đã-gõ", ["unit"] = "so-b" });
        var html = await response.Content.ReadAsStringAsync();
        var page = await response.PageAsync();
        page.QuerySelectorAll("p.error").Length.ShouldBe(8);
        page.QuerySelector("[name=full-name]")!.GetAttribute("value").ShouldBe("Lê\"><script>");
        page.QuerySelector("option[value=so-b]")!.HasAttribute("selected").ShouldBeTrue();
        html.ShouldNotContain("bí-mật-đã-gõ");
        html.ShouldNotContain("<script>Lê");
    }

    [Fact]
    public async Task The_contest_password_is_taken_in_any_case_and_with_spaces_around()
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        var form = await visitor.FormAsync();
        form["_password"] = $"  {TestContest.Password.ToLowerInvariant()} ";
        using var response = await visitor.PostAsync(Paths.Join, form);
        response.ShouldLeadTo(Paths.Joined);
    }

    [Fact]
    public async Task The_form_says_in_english_what_is_wrong_to_who_reads_english()
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        (await visitor.GetAsync("/language/en")).Dispose();
        using var response = await visitor.PostAsync(Paths.Join, new() { ["phone"] = "1" });
        (await response.PageAsync()).GetElementById("field-phone-error")!.Words().ShouldContain("This is not a phone number");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_units_whose_people_can_take_part_are_offered(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var visitor = site.Node.Visitor();
        var offered = (await visitor.PageAsync(Paths.Join)).QuerySelectorAll("select[name=unit] option").Select(option => option.GetAttribute("value")).ToArray();
        offered.ShouldBe(["", "so-a", "phong-a1", "so-b", "quan-1", "phuong-1"]);
    }

    [Theory]
    [InlineData("application/json", "{\"full-name\":\"A\"}")]
    [InlineData("text/plain", "full-name=A")]
    public async Task What_is_no_form_is_a_bad_request(string type, string body)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        foreach (var path in new[] { Paths.Join, Paths.Return })
        {
            using var response = await visitor.SendAsync(HttpMethod.Post, path, new StringContent(body, null, type));
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task A_form_that_no_browser_would_send_is_too_large()
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        var form = await visitor.FormAsync();
        form["full-name"] = new string('a', 50_000);
        using var response = await visitor.PostAsync(Paths.Join, form);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }
}
