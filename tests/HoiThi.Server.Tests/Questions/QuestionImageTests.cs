using System.Net;
using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Questions;

/// <summary>Images of questions: checked by their content, and seen by whoever has the question on a paper.</summary>
public sealed class QuestionImageTests(PostgresServer postgres)
{
    /// <summary>One white pixel.</summary>
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_image_is_taken_by_what_it_is_and_not_by_its_name(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var editor = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        var form = BankPages.Form("Hình này là gì?").Select(field => (field.Key, field.Value)).ToArray();
        var wrong = await editor.UploadAsync(BankPages.Bank + "/new", "image", "hinh.png", "<svg onload='alert(1)'/>"u8.ToArray(), form);
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.PageAsync()).QuerySelector("#errors")!.Words().ShouldContain("không phải hình");

        (await editor.UploadAsync(BankPages.Bank + "/new", "image", "hinh.bin", Png, [.. form, ("image-place", "2"), ("image-alt", "Một điểm trắng")])).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var image = (await editor.PageAsync(BankPages.Bank + "/1")).QuerySelector(".bank-choices .key .bank-image")!;
        image.GetAttribute("alt").ShouldBe("Một điểm trắng");
        (await (await editor.GetAsync(image.GetAttribute("src")!)).Content.ReadAsByteArrayAsync()).ShouldBe(Png);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_contestant_sees_the_images_of_a_paper_and_nobody_else_does(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: WithImages());
        using var contestant = await site.Node.ContestantAsync();
        using var other = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        var images = (await contestant.PageAsync(Paths.Paper(attempt))).QuerySelectorAll("img.question-image");
        images.Length.ShouldBe(2 * TestContest.PaperLength, "one of the question, one of a choice");
        images[0].GetAttribute("alt").ShouldBe("Biển báo");
        var address = images[0].GetAttribute("src")!;
        var reply = await contestant.GetAsync(address);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await reply.Content.ReadAsByteArrayAsync()).ShouldBe(Png);

        (await other.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await contestant.GetAsync($"/attempts/{attempt}/images/documents/ke-hoach.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"{Paths.Home}/documents/images/bien.png")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static ContestBundle WithImages() => TestContest.Bundle with
    {
        Banks = TestContest.Bundle.Banks.Select(bank => bank with
        {
            Questions = bank.Questions.Select(question => question with { Images = [new Image("images/bien.png", Alt: new("Biển báo")), new Image("images/bien.png", 3)] }).ToValueList(),
        }).ToValueList(),
        Files = [.. TestContest.Bundle.Files, new ContestFile("images/bien.png", () => new MemoryStream(Png))],
    };
}
