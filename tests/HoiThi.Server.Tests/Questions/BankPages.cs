using System.Text;
using AngleSharp.Html.Dom;
using HoiThi.Server.Questions;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Questions;

/// <summary>The pages of the bank, as somebody uses them.</summary>
internal static class BankPages
{
    public const string Bank = $"/manage/contests/{TestContest.Slug}/questions";

    public const string Import = Bank + "/import";

    /// <summary>The form of a sound question with four choices, the second of which is right.</summary>
    public static Dictionary<string, string> Form(string text, string topic = "+") => new(StringComparer.Ordinal)
    {
        ["text"] = text,
        ["kind"] = "choices",
        ["topic"] = topic,
        ["topic-name"] = "Cải cách hành chính",
        ["difficulty"] = "Hard",
        ["tags"] = "một cửa, Đợt 1",
        ["choice-0"] = "Hải Phòng",
        ["choice-1"] = "Hà Nội",
        ["choice-2"] = "Huế",
        ["choice-3"] = "Đà Nẵng",
        ["right-1"] = "yes",
        ["source"] = "Điều 13",
    };

    public static Task<HttpResponseMessage> SendAsync(this ConsoleUser user, string path, Dictionary<string, string> form) =>
        user.PostAsync(path, [.. form.Select(field => (field.Key, field.Value))]);

    /// <summary>Writes a question by the form; its number.</summary>
    public static async Task<int> WriteAsync(this ConsoleUser user, Dictionary<string, string> form)
    {
        var reply = await user.SendAsync(Bank + "/new", form);
        var location = reply.Headers.Location?.OriginalString ?? throw new InvalidOperationException((await reply.PageAsync()).QuerySelector("#errors")?.Words());
        return int.Parse(location[(Bank.Length + 1)..location.IndexOf('?', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
    }

    public static async Task<HttpResponseMessage> ActAsync(this ConsoleUser user, int number, QuestionAct act, int version = 1) =>
        await user.PostAsync($"{Bank}/{number}/state", ("act", act.ToString()), ("version", $"{version}"));

    /// <summary>The codes of the list as it is shown.</summary>
    public static async Task<string[]> CodesAsync(this ConsoleUser user, string query = "") =>
        [.. (await user.PageAsync($"{Bank}?{query}")).QuerySelectorAll(".bank-table td b").Select(cell => cell.Words())];

    /// <summary>Sends a file; the address of its preview.</summary>
    public static async Task<string> ReadAsync(this ConsoleUser user, string name, string content) => await user.ReadAsync(name, Encoding.UTF8.GetBytes(content));

    public static async Task<string> ReadAsync(this ConsoleUser user, string name, byte[] content)
    {
        var reply = await user.UploadAsync(Import, "file", name, content);
        return reply.Headers.Location?.OriginalString ?? throw new InvalidOperationException((await reply.PageAsync()).QuerySelector(".error")?.Words());
    }

    /// <summary>The four figures above a preview.</summary>
    public static int[] Figures(this IHtmlDocument page) => [.. page.QuerySelectorAll(".figure b").Select(figure => int.Parse(figure.Words(), System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The form of a preview as a browser sends it.</summary>
    public static List<(string Name, string Value)> Fields(this IHtmlDocument page)
    {
        var fields = new List<(string, string)>();
        foreach (var control in page.QuerySelectorAll(".bank-import [name]"))
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    fields.Add((input.Name!, input.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add((select.Name!, select.Value ?? ""));
                    break;
            }
        }

        return fields;
    }

    public static async Task<T> ReadAsync<T>(this TestNode node, Func<HoiThiContext, Task<T>> read)
    {
        await using var context = await node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        return await read(context);
    }
}
