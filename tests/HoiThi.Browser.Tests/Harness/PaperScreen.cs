using System.Text.RegularExpressions;
using HoiThi.Core.Attempts;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>The paper as a contestant uses it. Numbers of questions are from 1.</summary>
internal sealed class PaperScreen(IPage page)
{
    /// <summary>How many questions a paper of the demo has.</summary>
    public const int Length = 20;

    // Every question has at least two.
    private const int Choices = 2;
    private readonly byte[] ticked = new byte[Length + 1];

    public IPage Page => page;

    /// <summary>What is saved and what is not, in the top bar.</summary>
    public ILocator State => page.Locator("[data-state]");

    public ILocator Clock => page.Locator("[data-clock] b");

    public ILocator Notice => page.Locator(".paper-notice");

    public ILocator Prediction => page.Locator("#prediction");

    public ILocator Next => page.Locator("[data-next]");

    public ILocator Submit => page.Locator("[data-submit]");

    public ILocator Dialog => page.Locator("dialog.ask");

    public ILocator Palette => page.Locator(".palette button");

    public static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    /// <summary>Waits until the script has the form.</summary>
    public async Task<PaperScreen> ReadyAsync()
    {
        await page.Locator("form.paper.live").WaitForAsync();
        return this;
    }

    public ILocator Choice(int question, int place) => page.Locator($"#q{question} .choice").Nth(place);

    /// <summary>The place that is ticked at a question unless another is asked for.</summary>
    public static int PlaceOf(int question) => question % Choices;

    /// <summary>Questions with one right answer, where a second tick takes the place of the first.</summary>
    public static Task<int[]> SinglesAsync(IPage page) => page.Locator(".question:has(input[type=radio])").EvaluateAllAsync<int[]>(
        "questions => questions.map(question => Number(question.id.slice(1)))");

    /// <summary>Ticks another place than <see cref="AnswerAsync(int, int?)"/> has.</summary>
    public Task ChangeAsync(int question) => AnswerAsync(question, Choices - 1 - PlaceOf(question));

    /// <summary>Ticks a choice of a question; where several can be right, one more.</summary>
    public async Task AnswerAsync(int question, int? place = null)
    {
        var chosen = Choice(question, place ?? PlaceOf(question));
        await Palette.Nth(question - 1).ClickAsync();
        await chosen.ClickAsync();
        var mask = (byte)(1 << (place ?? PlaceOf(question)));
        var several = await chosen.Locator("input").GetAttributeAsync("type") == "checkbox";
        ticked[question] = several ? (byte)(ticked[question] ^ mask) : mask;
    }

    public async Task AnswerAsync(Range questions)
    {
        for (var question = questions.Start.Value; question < questions.End.Value; question++)
        {
            await AnswerAsync(question);
        }
    }

    /// <summary>The server has acknowledged so many answers, and nothing else waits.</summary>
    public Task ShouldHaveSavedAsync(int answers, float patience = 20_000) => Expect(State).ToHaveTextAsync(
        answers == Length ? $"✓ Đã lưu đủ {Length} câu" : $"✓ Đã lưu {answers}/{Length} câu", new() { Timeout = patience });

    /// <summary>The screen shows what was ticked, and nothing else.</summary>
    public async Task ShouldShowTicksAsync()
    {
        for (var question = 1; question <= Length; question++)
        {
            var shown = await page.Locator($"#q{question} input").EvaluateAllAsync<int>(
                "inputs => inputs.reduce((mask, input) => input.checked ? mask | 1 << input.value : mask, 0)");
            shown.ShouldBe(ticked[question], $"question {question}");
        }
    }

    /// <summary>The sheet holds what was ticked, and nothing else.</summary>
    public void ShouldBeIn(AnswerSheet sheet)
    {
        for (var question = 1; question <= Length; question++)
        {
            sheet.MaskAt(question - 1).ShouldBe(ticked[question], $"question {question}");
        }
    }

    /// <summary>Submits by the buttons and waits for the result.</summary>
    public async Task SubmitAsync()
    {
        await Submit.ClickAsync();
        await Dialog.Locator("[data-ask-submit]").ClickAsync();
        await ShouldBecomeResultAsync(page);
    }

    /// <summary>Waits for the result. Asks again and again: Playwright's WaitForURL can miss a page that comes at once.</summary>
    public static Task ShouldBecomeResultAsync(IPage page) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex("/result$"), new() { Timeout = 30_000 });
}
