using System.Globalization;
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

    /// <summary>Reads the body, which is short, and takes it apart where it lies.</summary>
    private static async Task<AnswersBody?> FromJson(HttpRequest request)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.IsCompleted)
            {
                var body = AnswersJson.Parse(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
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

    internal static long Bounded(long value) => Math.Clamp(value, 0, PredictionChange.Largest);
}
