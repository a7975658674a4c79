using HoiThi.Core.Attempts;

namespace HoiThi.Load.Faults;

/// <summary>What the server has acknowledged to everybody, kept by the contestants themselves.</summary>
public sealed class Ledger
{
    private readonly Lock guard = new();
    private readonly List<Acknowledged> people = [];
    private readonly List<string> violations = [];
    private int notes;

    /// <summary>How many acknowledgements have been noted.</summary>
    public int Notes => Volatile.Read(ref notes);

    /// <summary>Opens the page of somebody who is about to come.</summary>
    public Acknowledged Open()
    {
        lock (guard)
        {
            var person = new Acknowledged();
            people.Add(person);
            return person;
        }
    }

    /// <summary>Notes an acknowledgement.</summary>
    public void Note(Action note)
    {
        lock (guard)
        {
            note();
            notes++;
        }
    }

    /// <summary>Notes that a promise was broken.</summary>
    public void Violate(string what)
    {
        lock (guard)
        {
            violations.Add(what);
        }
    }

    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (guard)
            {
                return [.. violations];
            }
        }
    }

    /// <summary>All that is acknowledged by now.</summary>
    public IReadOnlyList<Acknowledged> Snapshot()
    {
        lock (guard)
        {
            return [.. people.Select(person => person.Copy())];
        }
    }
}

/// <summary>What was acknowledged to one person.</summary>
public sealed class Acknowledged
{
    /// <summary>The registration.</summary>
    public ContestantId? Contestant { get; set; }

    /// <summary>The start.</summary>
    public AttemptId? Attempt { get; set; }

    /// <summary>The answers that were called saved; null before the first.</summary>
    public AnswerSheet? Saved { get; set; }

    /// <summary>The submission.</summary>
    public bool Submitted { get; set; }

    /// <summary>Its receipt, once it was shown.</summary>
    public string? Receipt { get; set; }

    internal Acknowledged Copy() => new()
    {
        Contestant = Contestant,
        Attempt = Attempt,
        Saved = Saved is null ? null : AnswerSheet.Read(Saved.ToBytes(), Saved.Prediction, Saved.PredictionSequence),
        Submitted = Submitted,
        Receipt = Receipt,
    };
}
