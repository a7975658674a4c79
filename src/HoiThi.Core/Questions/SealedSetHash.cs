using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Questions;

/// <summary>
/// SHA-256 over everything of a sealed set that decides a paper or its mark. Each text goes after its length and each list
/// after its count, so that no two different sets can give the same bytes.
/// </summary>
internal sealed class SealedSetHash
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private SealedSetHash()
    {
    }

    /// <summary>The hash of <paramref name="set"/>.</summary>
    public static byte[] Of(SealedSet set)
    {
        var sealing = new SealedSetHash();
        using (sealing.hash)
        {
            sealing.Paper(set);

            // Sets that need nothing of it are as they were before there was marking beyond one point a question:
            // papers of contests long over are drawn from their hash.
            if (HasMarking(set))
            {
                sealing.Marking(set);
            }

            // The same holds for images.
            if (set.Questions.Any(question => question.Images is not null))
            {
                sealing.Images(set);
            }

            if (set.Corrects is not null)
            {
                sealing.Correction(set);
            }

            return sealing.hash.GetHashAndReset();
        }
    }

    private static bool HasMarking(SealedSet set) =>
        set.WrongPoint != 0 || set.Partial != PartialMarking.None || set.BelowZero || set.HasWritten || set.HasLinePoints
        || set.Questions.Any(question => question.Point is not null);

    private void Paper(SealedSet set)
    {
        Number(set.Version);
        Number(set.Point);
        Number((set.ShuffleQuestions ? 1 : 0) + (set.ShuffleChoices ? 2 : 0));
        Number(set.Blueprint.Count);
        foreach (var line in set.Blueprint)
        {
            Text(line.Topic);
            Number(line.Difficulty is { } difficulty ? (int)difficulty : -1);
            Number(line.Count);
        }

        Number(set.Questions.Count);
        foreach (var question in set.Questions)
        {
            Text(question.Code);
            Text(question.Topic);
            Number((int)question.Difficulty);
            Text(question.Text.Vi);
            Text(question.Text.En);
            Text(question.Explanation?.Vi);
            Text(question.Explanation?.En);
            Text(question.Source);
            Number(question.KeepOrder ? 1 : 0);
            Number(question.Choices.Count);
            foreach (var choice in question.Choices)
            {
                Text(choice.Text.Vi);
                Text(choice.Text.En);
                Number(choice.Right ? 1 : 0);
            }
        }
    }

    private void Marking(SealedSet set)
    {
        Number(set.WrongPoint);
        Number((int)set.Partial);
        Number(set.BelowZero ? 1 : 0);
        foreach (var line in set.Blueprint)
        {
            Number(line.Point ?? -1);
        }

        foreach (var question in set.Questions)
        {
            Number(question.Point ?? -1);
            Number(question.Essay?.Words ?? -1);
            Text(Written(question.Number?.Value));
            Text(Written(question.Number?.Tolerance));
        }
    }

    private void Images(SealedSet set)
    {
        foreach (var question in set.Questions)
        {
            Number(question.Images?.Count ?? -1);
            foreach (var image in question.Images ?? [])
            {
                Text(image.File);
                Number(image.Choice ?? 0);
                Text(image.Alt?.Vi);
                Text(image.Alt?.En);
            }
        }
    }

    private void Correction(SealedSet set)
    {
        hash.AppendData(set.Seed.Span);
        Number(set.Rulings.Count);
        for (var question = 0; question < set.Questions.Count; question++)
        {
            if (set.RulingOn(question) is not { } ruling)
            {
                continue;
            }

            Number(question);
            Text(KindOf(ruling));
            switch (ruling)
            {
                case OtherKeys other:
                    Number(other.Keys.Count);
                    hash.AppendData(other.Keys.Order().ToArray());
                    break;
                case OtherNumber { Number: var number }:
                    Text(Written(number.Value));
                    Text(Written(number.Tolerance));
                    break;
            }
        }
    }

    private static string KindOf(KeyRuling ruling) => ruling switch
    {
        OtherKeys => "keys",
        OtherNumber => "number",
        PointsForAll => "points-for-all",
        Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(ruling)),
    };

    // Without the zeros at the end: 0.5 and 0.50 mark the same.
    private static string? Written(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);

    private void Number(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private void Text(string? value)
    {
        Number(value is null ? -1 : Encoding.UTF8.GetByteCount(value));
        hash.AppendData(Encoding.UTF8.GetBytes(value ?? ""));
    }
}
