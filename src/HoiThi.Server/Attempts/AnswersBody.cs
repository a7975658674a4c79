using System.Globalization;
using System.Text.Json;
using HoiThi.Core.Attempts;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>The answers a client sends: as JSON from the script, as a form without it.</summary>
public sealed record AnswersBody(AnswerChange[] Changes, PredictionChange? Prediction)
{
    private const long LargestPrediction = 9_999_999_999;

    public static async Task<AnswersBody?> Read(HttpRequest request, int paperLength)
    {
        if (request.HasFormContentType)
        {
            return await FormBody.Read(request) is { } form ? FromForm(form, paperLength) : null;
        }

        request.LimitBody();
        return await FromJson(request);
    }

    /// <summary><c>{"changes":[[position,mask,sequence],…],"prediction":[value|null,sequence]}</c>; null if it is anything else.</summary>
    private static async Task<AnswersBody?> FromJson(HttpRequest request)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body);
            var root = document.RootElement;
            var changes = root.TryGetProperty("changes", out var list)
                ? list.EnumerateArray().Select(c => new AnswerChange(c[0].GetInt32(), c[1].GetByte(), c[2].GetInt32())).ToArray()
                : [];
            PredictionChange? prediction = root.TryGetProperty("prediction", out var p) && p.ValueKind == JsonValueKind.Array
                ? new PredictionChange(p[0].ValueKind == JsonValueKind.Null ? null : Bounded(p[0].GetInt64()), p[1].GetInt32())
                : null;
            return new AnswersBody(changes, prediction);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Fields <c>q1</c> … hold the shown places that are ticked; all carry the form's sequence number.</summary>
    private static AnswersBody? FromForm(IFormCollection form, int paperLength)
    {
        if (!int.TryParse(form["sequence"], CultureInfo.InvariantCulture, out var sequence))
        {
            return null;
        }

        var changes = new List<AnswerChange>(paperLength);
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
        }

        var digits = string.Concat(form["prediction"].ToString().Where(char.IsAsciiDigit));
        PredictionChange? prediction = long.TryParse(digits, CultureInfo.InvariantCulture, out var value)
            ? new PredictionChange(Bounded(value), sequence)
            : null;
        return new AnswersBody([.. changes], prediction);
    }

    private static long Bounded(long value) => Math.Clamp(value, 0, LargestPrediction);
}
