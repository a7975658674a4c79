using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>What eyes would see at once: something wider than the screen, or words upon words.</summary>
internal static class PageFit
{
    private const string TooWide =
        """
        width => document.documentElement.scrollWidth <= width ? [] : Array.from(document.body.querySelectorAll('*'))
          .filter(element => element.getBoundingClientRect().right > width + 1)
          .map(element => element.tagName.toLowerCase() + '.' + element.className + ': ' + (element.textContent || '').trim().slice(0, 60)).slice(0, 5)
        """;

    // Bars that stay in sight, the open list of a picker and a dialog stand before the page on purpose. Lines that follow
    // each other closely share some of their height, so only half of it counts.
    private const string Overlapping =
        """
        () => {
          const before = '.paper-top, .paper-foot, .setup-save, .picker ul, dialog, .skip';
          const clipped = element => element && (getComputedStyle(element).clip !== 'auto' || clipped(element.parentElement));
          const texts = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.data.trim() && !node.parentElement.closest(before) && node.parentElement.checkVisibility() && !clipped(node.parentElement)) {
              const range = document.createRange();
              range.selectNodeContents(node);
              for (const box of range.getClientRects()) {
                texts.push({ box, text: node.data.trim() });
              }
            }
          }
          texts.sort((one, other) => one.box.top - other.box.top);
          const found = [];
          texts.forEach((one, index) => {
            for (let next = index + 1; next < texts.length && texts[next].box.top < one.box.bottom; next++) {
              const other = texts[next];
              const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
              const height = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
              if (width > 2 && height > Math.min(one.box.height, other.box.height) / 2) {
                found.push(one.text.slice(0, 50) + ' | ' + other.text.slice(0, 50));
              }
            }
          });
          return found.slice(0, 5);
        }
        """;

    public static async Task ShouldFitAsync(IPage page, Screen screen)
    {
        (await page.EvaluateAsync<string[]>(TooWide, screen.Width)).ShouldBeEmpty($"wider than {screen.Width} px");
        (await page.EvaluateAsync<string[]>(Overlapping)).ShouldBeEmpty($"one upon the other at {screen.Width} px");
    }
}
