using System.CommandLine;
using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Commands;

internal static class MoveRoundCommand
{
    public static Command Create()
    {
        var slug = new Argument<string>("CONTEST") { Description = "The contest's slug." };
        var round = new Option<int>("--round") { Description = "The round that is moved.", Required = true };
        var opens = new Option<string?>("--opens") { Description = "When its first window opens, as 2026-03-02 08:00 in the contest's zone." };
        var closes = new Option<string?>("--closes") { Description = "When its last window closes; 24:00 is the end of a day." };
        var days = new Option<int?>("--days") { Description = "Or: moves every window by so many days; negative is earlier." };
        var reason = new Option<string>("--reason") { Description = "Why, for the notice on the contest's page and for the record.", Required = true };
        var english = new Option<string?>("--reason-en") { Description = "The reason in English." };
        var command = new Command("move-round", "Moves the dates of a round, also while the contest runs; a notice says so on its page.")
        {
            slug, round, opens, closes, days, reason, english,
        };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var (from, until, by) = (Read(parsed.GetValue(opens)), Read(parsed.GetValue(closes)), parsed.GetValue(days));
            if ((from ?? until) is null == by is null)
            {
                throw new FormatException("Either --opens or --closes (or both), or --days.");
            }

            if (string.IsNullOrWhiteSpace(parsed.GetValue(reason)))
            {
                throw new FormatException("The reason is empty.");
            }

            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            var version = await services.GetRequiredService<RoundMove>().MoveAsync(
                parsed.GetValue(slug)!,
                parsed.GetValue(round),
                calendar => RoundMove.Moved(calendar, from, until, by),
                new LocalText(parsed.GetValue(reason)!, parsed.GetValue(english)),
                within: null,
                cancel);
            if (version is null)
            {
                return await Output.NoContest(parsed.GetValue(slug)!);
            }

            Console.WriteLine($"{parsed.GetValue(slug)} is in the database as version {version}; its page says that round {parsed.GetValue(round)} was moved.");
            return CommandLine.Done;
        });
        return command;
    }

    private static LocalDateTime? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var midnight = text.EndsWith(" 24:00", StringComparison.Ordinal);
        return DateTime.TryParseExact(
            midnight ? text[..^5] + "00:00" : text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? new LocalDateTime(midnight ? read.AddDays(1) : read)
            : throw new FormatException($"'{text}' is not a moment as 2026-03-02 08:00.");
    }
}
