using System.Globalization;
using System.Text.Json;
using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>The answers a client sends: as JSON from the script, as a form without it.</summary>
public sealed record AnswersBody(AnswerChange[] Changes, PredictionChange? Prediction, WrittenChange[] Written)
{
    /// <summary>What is sent, for who sends something else.</summary>
    public const string Shape =
        """{"changes":[[position,mask,sequence],…],"prediction":[value|null,sequence],"written":[[position,"text",sequence],…]}""";

    public static async Task<AnswersBody?> Read(HttpRequest request, LiveRound round)
    {
        if (request.HasFormContentType)
        {
            var form = round.HasWritten ? await FormBody.Read(request, FormBody.EssayLimit) : await FormBody.Read(request);
            return form is null ? null : FromForm(form, round.LongestPaper);
        }

        if (round.HasWritten)
        {
            request.LimitBody(FormBody.EssayLimit);
        }
        else
        {
            request.LimitBody();
        }

        return await FromJson(request);
    }

    private static async Task<AnswersBody?> FromJson(HttpRequest request)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body);
            var root = document.RootElement;
            AnswerChange[] changes = root.TryGetProperty("changes"u8, out var ticks)
                ? [.. ticks.EnumerateArray().Select(c => new AnswerChange(c[0].GetInt32(), c[1].GetByte(), c[2].GetInt32()))]
                : [];
            WrittenChange[] written = root.TryGetProperty("written"u8, out var texts)
                ? [.. texts.EnumerateArray().Select(c => new WrittenChange(c[0].GetInt32(), c[1].GetString() ?? "", c[2].GetInt32()))]
                : [];
            PredictionChange? prediction = root.TryGetProperty("prediction"u8, out var p) && p.ValueKind == JsonValueKind.Array
                ? new PredictionChange(p[0].ValueKind == JsonValueKind.Null ? null : Bounded(p[0].GetInt64()), p[1].GetInt32())
                : null;
            return new AnswersBody(changes, prediction, written);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>
    /// Fields <c>q1</c> … hold the shown places that are ticked, <c>t1</c> … what is written; all carry the form's sequence
    /// number.
    /// </summary>
    private static AnswersBody? FromForm(IFormCollection form, int paperLength)
    {
        if (!int.TryParse(form["sequence"], CultureInfo.InvariantCulture, out var sequence))
        {
            return null;
        }

        var changes = new List<AnswerChange>(paperLength);
        var written = new List<WrittenChange>();
        for (var position = 0; position < paperLength; position++)
        {
            var mask = 0;
            foreach (var place in form[$"q{position + 1}"])
            {
                mask |= int.TryParse(place, CultureInfo.InvariantCulture, out var bit) && bit is >= 0 and < 8 ? 1 << bit : 0;
            }

            if (mask != 0)
            {
                changes.Add(new AnswerChange(position, (byte)mask, sequence));
            }

            if (form.TryGetValue($"t{position + 1}", out var text))
            {
                written.Add(new WrittenChange(position, text.ToString(), sequence));
            }
        }

        return new AnswersBody([.. changes], Number(form["prediction"].ToString()) is { } value ? new PredictionChange(value, sequence) : null, [.. written]);
    }

    /// <summary>A number of people as somebody types it: 12.345, 12 345; null for none.</summary>
    public static long? Number(string text) =>
        long.TryParse(string.Concat(text.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var value) ? Bounded(value) : null;

    private static long Bounded(long value) => Math.Clamp(value, 0, PredictionChange.Largest);
}
