using System.Globalization;
using HoiThi.Formats.Forms;
using Microsoft.AspNetCore.Http.Features;

namespace HoiThi.Server.Manage.Setup;

/// <summary>A form of the set-up as it was sent.</summary>
/// <param name="Values">The values by their paths.</param>
/// <param name="Act">The button: <c>save</c>, or <c>add:path</c>, <c>remove:path</c>, <c>up:path</c>, <c>down:path</c>.</param>
/// <param name="Version">The version of the contest that the page showed.</param>
internal sealed record SentForm(FormValues Values, string Act, int? Version)
{
    private const int BodyLimit = 4 * 1024 * 1024;

    // A contest of 200 rounds, or 1,000 units with five cells each.
    private static readonly FormOptions Options = new() { ValueCountLimit = 50_000, BufferBodyLengthLimit = BodyLimit, ValueLengthLimit = BodyLimit };

    public static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = BodyLimit;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, Options));
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public static SentForm Of(IFormCollection form) => new(
        new FormValues(form.Where(pair => pair.Key is not ("act" or "version")).Select(pair => KeyValuePair.Create(pair.Key, ValueOf(pair.Value)))),
        form["act"].ToString() is { Length: > 0 } act ? act : "save",
        int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null);

    /// <summary>Does what a button asks for in the form itself; false where the button is to save.</summary>
    public bool Rearrange()
    {
        if (Act.Split(':') is not [var verb, var path, ..] parts || ContestForm.PartAt(path) is not { } part)
        {
            return false;
        }

        switch (verb)
        {
            case "add":
                Values.Add(path, part, parts is [_, _, "1"] ? 1 : 0);
                return true;
            case "remove":
                Values.Remove(path);
                return true;
            case "up" or "down":
                Values.Move(path, verb == "up" ? -1 : 1);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A tick box sends what it means and, before it, what it means when it is not ticked; several boxes are one value.</summary>
    private static string ValueOf(Microsoft.Extensions.Primitives.StringValues values) =>
        values.All(value => value is "true" or "false") ? values[^1] ?? "" : string.Join(',', values.Where(value => !string.IsNullOrEmpty(value)));
}
