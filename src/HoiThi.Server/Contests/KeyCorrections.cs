using System.Text.Json;
using System.Text.Json.Serialization;
using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contests;

/// <summary>Corrections of keys as they are stored: all rulings that hold for a sealed set, and the hash of what comes of them.</summary>
public static class KeyCorrections
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The rulings as JSON.</summary>
    public static string Write(IEnumerable<KeyRuling> rulings) => JsonSerializer.Serialize(rulings.Select(WrittenRuling.Of), Json);

    /// <summary>The corrected set of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="sets">The sealed sets of the round.</param>
    /// <exception cref="InvalidDataException">The rulings are not those that were stored.</exception>
    public static SealedSet Open(KeyCorrectionRow row, ValueList<SealedSet> sets)
    {
        var corrected = sets.First(set => set.Version == row.Corrects).Corrected(row.Version, Read(row.Rulings));
        return corrected.Hash.Span.SequenceEqual(row.Hash)
            ? corrected
            : throw new InvalidDataException($"Correction {row.Version} of round {row.Round} was changed after it was made.");
    }

    /// <summary>
    /// Whether a correction was made that this copy of the contest does not know. Asked within a transaction that has locked what it
    /// is about to mark: then nothing is marked by an old key after the walk has passed.
    /// </summary>
    public static async Task<bool> HasNewerKeysAsync(this HoiThiContext context, LiveContest contest)
    {
        var rows = await context.Remarkings.AsNoTracking().Where(row => row.Contest == contest.Number).Select(row => new { row.Round, row.Version }).ToListAsync();
        return rows.Exists(row => row.Version > (contest.LiveRound(row.Round)?.LastCorrection ?? 0));
    }

    /// <summary>The rulings from JSON.</summary>
    public static ValueList<KeyRuling> Read(string rulings) =>
        JsonSerializer.Deserialize<WrittenRuling[]>(rulings, Json)!.Select(written => written.ToRuling()).ToValueList();
}

/// <summary>A ruling as JSON has it, also where it is proposed.</summary>
/// <param name="Question">The code of the question.</param>
/// <param name="Ruling"><c>keys</c>, <c>number</c>, <c>all</c> (points for everybody), <c>withdrawn</c>.</param>
/// <param name="Keys">For <c>keys</c>: masks of the choices as they were sealed, each right by itself.</param>
/// <param name="Number">For <c>number</c>: the number.</param>
/// <param name="Tolerance">For <c>number</c>: how far an answer may be off.</param>
public sealed record WrittenRuling(string Question, string Ruling, int[]? Keys = null, decimal? Number = null, decimal? Tolerance = null)
{
    public static WrittenRuling Of(KeyRuling ruling) => ruling switch
    {
        OtherKeys { Keys: var keys } => new WrittenRuling(ruling.Question, "keys", [.. keys.Select(key => (int)key)]),
        OtherNumber { Number: var number } => new WrittenRuling(ruling.Question, "number", Number: number.Value, Tolerance: number.Tolerance),
        PointsForAll => new WrittenRuling(ruling.Question, "all"),
        Withdrawn => new WrittenRuling(ruling.Question, "withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(ruling), ruling, "unknown ruling"),
    };

    public KeyRuling ToRuling() => Ruling switch
    {
        "keys" => new OtherKeys(Question, Keys!.Select(key => (byte)key).ToValueList()),
        "number" => new OtherNumber(Question, new NumberAnswer(Number!.Value, Tolerance ?? 0)),
        "all" => new PointsForAll(Question),
        "withdrawn" => new Withdrawn(Question),
        _ => throw new InvalidDataException($"There is no ruling '{Ruling}'."),
    };
}

/// <summary>A correction in force, as the public learns of it.</summary>
/// <param name="Round">The round's number.</param>
/// <param name="Questions">Of how many questions the key is another than was sealed.</param>
/// <param name="Moment">When it was made.</param>
/// <param name="Reason">Why.</param>
public sealed record KeyNotice(int Round, int Questions, long Moment, string Reason);
