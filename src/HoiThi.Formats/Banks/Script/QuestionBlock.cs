namespace HoiThi.Formats.Banks.Script;

/// <summary>A question as it was read, with everything that may be its key; settled once the whole file is read.</summary>
internal sealed class QuestionBlock(Draft draft)
{
    public Draft Draft => draft;

    /// <summary>What is written as its key below it; null for nothing.</summary>
    public (string Text, BankPlace Place)? Written { get; set; }

    /// <summary>Whether "2" as its key may mean the second choice, as it does in tables.</summary>
    public bool Ordinals { get; init; }

    /// <summary>The choices with an asterisk.</summary>
    public int[] Starred { get; set; } = [];

    /// <summary>Choices that look unlike the others.</summary>
    public List<Pointing> Marks { get; set; } = [];

    /// <summary>Choices of which a part looks unlike the others.</summary>
    public List<Pointing> Parts { get; set; } = [];

    /// <summary>Settles the key, from what says most to what says least; where two say different things, asks.</summary>
    /// <param name="table">What a key table says of it; null for nothing.</param>
    public void Settle((string Text, BankPlace Place)? table)
    {
        var explicitly = new List<Pointing>();
        foreach (var (written, vi, en) in new[] { (Written, "Ghi dưới câu hỏi", "Written below"), (table, "Bảng đáp án", "Key table") })
        {
            if (written is { } key && Read(key) is { } choices)
            {
                explicitly.Add(new(choices, vi, en));
            }
        }

        if (Starred.Length > 0)
        {
            explicitly.Add(new(Starred, "Dấu *", "Asterisk"));
        }

        if (draft.Choices.Count == 0 || (explicitly.Count == 0 && draft.Problems.Exists(problem => QuestionProblems.AskForKey.Contains(problem.Code))))
        {
            return;
        }

        var ways = explicitly.Concat(Marks).DistinctBy(pointing => Letters.OfAll(pointing.Choices), StringComparer.Ordinal).ToList();
        switch (ways)
        {
            case [] when Parts is [var part]:
                draft.Problems.Add(QuestionProblems.PartlyMarked(draft.Place, part.Choices, part.Vi, part.En));
                break;
            case []:
                break;
            case [var way] when way.Choices.Length == 1 || explicitly.Count > 0 || LineForms.AsksForSeveral(draft.Text):
                draft.Choose(way.Choices);
                break;
            case [var way]:
                draft.Problems.Add(QuestionProblems.SeveralMarked(draft.Place, way.Choices, way.Vi, way.En));
                break;
            default:
                draft.Problems.Add(QuestionProblems.MarksDisagree(draft.Place, ways.Select(way => (way.Choices, way.Vi, way.En))));
                break;
        }
    }

    private int[]? Read((string Text, BankPlace Place) key)
    {
        KeyText.Apply(draft, key.Text, key.Place, Ordinals);
        var chosen = Enumerable.Range(0, draft.Choices.Count).Where(index => draft.Choices[index].Right).ToArray();
        draft.Choices.ForEach(choice => choice.Right = false);
        return chosen.Length > 0 ? chosen : null;
    }
}
