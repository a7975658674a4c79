using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HoiThi.Server.Tests.Harness;

/// <summary>Addresses of the test contest.</summary>
internal static class Paths
{
    public const string Home = "/competition/" + TestContest.Slug;
    public const string Join = Home + "/join";
    public const string Joined = Home + "/joined";
    public const string Return = Join + "/return";
    public const string Standings = Home + "/standings";
    public const string Participation = Home + "/participation";

    public static string Round(int number) => $"{Home}/rounds/{number}";

    public static string Paper(string attempt) => $"/attempts/{attempt}";

    public static string Result(string attempt) => $"/attempts/{attempt}/result";
}

/// <summary>Reads replies.</summary>
internal static class Responses
{
    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    /// <summary>Whether the browser is sent to a page after a form.</summary>
    public static void ShouldLeadTo(this HttpResponseMessage response, string path)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.ShouldBe(path);
    }

    /// <summary>The text of a page without the white space of its source.</summary>
    public static string Words(this AngleSharp.Dom.INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
