using System.IO.Hashing;
using System.Text;
using HoiThi.Core.Questions;
using HoiThi.Core.Search;

namespace HoiThi.Formats.Banks.Lint;

/// <summary>
/// Finds questions that ask the same and have the same answer, whatever their diacritics, punctuation and order of words. Each
/// question is a set of words; sets that agree in a band of their smallest hashes (MinHash) are compared, all others are not, so
/// that the time grows with the number of questions and not with its square.
/// </summary>
internal static class NearDuplicates
{
    private const int Bands = 12;
    private const int Rows = 3;
    private const double Near = 0.8;

    /// <summary>Where a hundred questions share a band, each is compared with the next few only: a pattern that all were written by.</summary>
    private const int Neighbours = 24;

    public static IEnumerable<LintFinding> Of(IReadOnlyList<Question> questions, CancellationToken cancel)
    {
        var sets = questions.Select(WordsOf).ToList();
        var reported = new HashSet<(int, int)>();
        foreach (var (one, other) in Candidates(sets, cancel))
        {
            var (first, second) = (Math.Min(one, other), Math.Max(one, other));
            if (!reported.Add((first, second)) || !AreNear(sets[first], sets[second]))
            {
                continue;
            }

            var same = sets[first].SetEquals(sets[second]);
            var codes = $"{questions[first].Code}, {questions[second].Code}";
            yield return same
                ? new("duplicate", [questions[first].Code, questions[second].Code], new($"Hai câu giống nhau: {codes}.", $"The same question twice: {codes}."))
                : new("near-duplicate", [questions[first].Code, questions[second].Code], new($"Hai câu gần giống nhau: {codes}.", $"Nearly the same question twice: {codes}."));
        }
    }

    private static HashSet<string> WordsOf(Question question)
    {
        var right = question.Choices.Where(choice => choice.Right).Select(choice => choice.Text.Vi);
        return [.. SearchText.Fold($"{question.Text.Vi} {string.Join(' ', right)}").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static IEnumerable<(int One, int Other)> Candidates(List<HashSet<string>> sets, CancellationToken cancel)
    {
        var signatures = sets.ConvertAll(Signature);
        for (var band = 0; band < Bands; band++)
        {
            cancel.ThrowIfCancellationRequested();
            var first = band * Rows;
            foreach (var bucket in signatures.Index().GroupBy(each => (each.Item[first], each.Item[first + 1], each.Item[first + 2]), each => each.Index).Where(group => group.Skip(1).Any()))
            {
                var members = bucket.ToList();
                for (var at = 0; at < members.Count; at++)
                {
                    for (var next = at + 1; next < Math.Min(members.Count, at + Neighbours); next++)
                    {
                        yield return (members[at], members[next]);
                    }
                }
            }
        }
    }

    private static ulong[] Signature(HashSet<string> words)
    {
        var signature = new ulong[Bands * Rows];
        Array.Fill(signature, ulong.MaxValue);
        foreach (var word in words)
        {
            var hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(word));
            for (var row = 0; row < signature.Length; row++)
            {
                // Splitmix: as many different orders of all words as there are rows, from one hash.
                var mixed = hash + ((ulong)(row + 1) * 0x9E3779B97F4A7C15);
                mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                signature[row] = Math.Min(signature[row], mixed ^ (mixed >> 31));
            }
        }

        return signature;
    }

    // "Nghị quyết 76" and "Nghị quyết 68" differ in a word only, and so do "đúng" and "không đúng": these are two questions.
    private static bool AreNear(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        var all = one.Count + other.Count - shared;
        return all > 0 && (double)shared / all >= Near && !Differing(one, other).Concat(Differing(other, one)).Any(Decides);
    }

    private static IEnumerable<string> Differing(HashSet<string> one, HashSet<string> other) => one.Where(word => !other.Contains(word));

    private static bool Decides(string word) => word.Any(char.IsAsciiDigit) || word is "khong" or "sai" or "chua" or "not";
}
