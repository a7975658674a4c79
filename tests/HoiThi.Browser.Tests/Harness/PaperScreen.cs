using System.Globalization;
using HoiThi.Core.Attempts;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>The paper as a contestant uses it. Numbers of questions are from 1.</summary>
internal sealed class PaperScreen(IPage page)
{
    /// <summary>How many questions a paper of the demo has.</summary>
    public const int Length = 20;

    private const int Choices = 4;
    private readonly Dictionary<int, int> ticked = [];

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

    /// <summary>Ticks a choice of a question; without a place, another place for another question.</summary>
    public async Task AnswerAsync(int question, int? place = null)
    {
        var chosen = place ?? question * 7 % Choices;
        await Palette.Nth(question - 1).ClickAsync();
        await Choice(question, chosen).ClickAsync();
        ticked[question] = chosen;
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
            var shown = await page.Locator($"#q{question} input:checked").EvaluateAllAsync<string[]>("inputs => inputs.map(input => input.value)");
            shown.ShouldBe(ticked.TryGetValue(question, out var place) ? [place.ToString(CultureInfo.InvariantCulture)] : [], $"question {question}");
        }
    }

    /// <summary>The sheet holds what was ticked, and nothing else.</summary>
    public void ShouldBeIn(AnswerSheet sheet)
    {
        for (var question = 1; question <= Length; question++)
        {
            sheet.MaskAt(question - 1).ShouldBe(
                ticked.TryGetValue(question, out var place) ? (byte)(1 << place) : (byte)0, $"question {question}");
        }
    }

    /// <summary>Submits by the buttons and waits for the result.</summary>
    public async Task SubmitAsync()
    {
        await Submit.ClickAsync();
        await Dialog.Locator("[data-ask-submit]").ClickAsync();
        await page.WaitForURLAsync("**/result");
    }
}
