namespace HoiThi.Formats.Banks.Script;

/// <summary>Gives each question its entry of the key tables at the end of a file.</summary>
internal static class KeyList
{
    /// <summary>
    /// The entry of every question, or null. Where numbers begin again with each part, the parts of the table are those of the
    /// questions if there are as many; otherwise a number that several questions have says nothing for certain.
    /// </summary>
    public static List<KeyEntry?> Assign(IReadOnlyList<QuestionBlock> blocks, IReadOnlyList<KeyEntry> entries, BankBuilder builder)
    {
        var assigned = new KeyEntry?[blocks.Count];
        var questionRuns = Runs(blocks.Select(block => block.Draft.Number ?? 0));
        var entryRuns = Runs(Sorted(entries).Select(entry => entry.Number));
        if (questionRuns.Count == entryRuns.Count)
        {
            foreach (var (questions, keys) in questionRuns.Zip(entryRuns))
            {
                Match(blocks, questions, [.. keys.Select(index => Sorted(entries)[index])], assigned, builder);
            }
        }
        else
        {
            Match(blocks, [.. Enumerable.Range(0, blocks.Count)], entries, assigned, builder);
        }

        return [.. assigned];
    }

    // A table of several columns is read row by row: 1, 26, 2, 27 …; in order it is one run.
    private static List<KeyEntry> Sorted(IReadOnlyList<KeyEntry> entries) =>
        entries.DistinctBy(entry => entry.Number).Count() == entries.Count ? [.. entries.OrderBy(entry => entry.Number)] : [.. entries];

    private static List<List<int>> Runs(IEnumerable<int> numbers)
    {
        var runs = new List<List<int>>();
        var before = int.MaxValue;
        foreach (var (index, number) in numbers.Index())
        {
            if (number <= before)
            {
                runs.Add([]);
            }

            runs[^1].Add(index);
            before = number;
        }

        return runs;
    }

    private static void Match(IReadOnlyList<QuestionBlock> blocks, List<int> questions, IReadOnlyList<KeyEntry> entries, KeyEntry?[] assigned, BankBuilder builder)
    {
        var byNumber = questions.ToLookup(index => blocks[index].Draft.Number ?? 0);
        foreach (var group in entries.GroupBy(entry => entry.Number))
        {
            var named = byNumber[group.Key].ToList();
            var keys = group.DistinctBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase).ToList();
            if (named.Count == 0)
            {
                builder.Add(BankProblems.UnusedKey(group.First().Place, $"{group.Key}"));
            }
            else if (named.Count == 1 && keys.Count == 1)
            {
                assigned[named[0]] = keys[0];
            }
            else
            {
                foreach (var index in named.Where(index => blocks[index].Written is null))
                {
                    blocks[index].Draft.Problems.Add(QuestionProblems.NumberTwice(keys[0].Place, $"{group.Key}", keys.Select(key => key.Key)));
                }
            }
        }
    }
}
