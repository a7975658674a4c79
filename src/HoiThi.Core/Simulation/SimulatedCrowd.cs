using System.Buffers.Binary;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Registering;

namespace HoiThi.Core.Simulation;

/// <summary>The people of a simulation as contestants: who was admitted, and into which division.</summary>
internal sealed class SimulatedCrowd
{
    private const int IdSubject = -10;
    private const int ChoiceSubject = -11;
    private const short Refused = -1;
    private const int Stretch = 4_096;
    private readonly SimulatedContest contest;
    private readonly Population population;
    private readonly ulong seed;
    private readonly int threads;
    private readonly short[] divisions;

    /// <summary>Lets everybody register.</summary>
    public SimulatedCrowd(SimulatedContest contest, Population population, ulong seed, int threads)
    {
        (this.contest, this.population, this.seed, this.threads) = (contest, population, seed, threads);
        divisions = new short[population.Count];
        Each(number => divisions[number] = Admit(number));
    }

    public int Count => population.Count;

    /// <summary>How many were not admitted, by age or division.</summary>
    public int RefusedCount => divisions.Count(division => division == Refused);

    public SimulatedPerson this[int number] => population[number];

    /// <summary>The index of the division of a person, or null for who was not admitted.</summary>
    public short? DivisionOf(int number) => divisions[number] == Refused ? null : divisions[number];

    public SimulatedFacts FactsOf(int number) => new(contest, seed, Count, population[number], DivisionOf(number));

    /// <summary>An id as random as a real one, that says the person's number to who knows where to look.</summary>
    public ContestantId IdOf(int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, new Dice(seed, number, IdSubject).NextBits());
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], number);
        return new ContestantId(new Guid(bytes, bigEndian: true));
    }

    public static int NumberOf(ContestantId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt32BigEndian(bytes[12..]);
    }

    /// <summary>Does something for every person on all threads; what it does must not depend on the order.</summary>
    public void Each(Action<int> act) => Parallel.For(
        0,
        (Count + Stretch - 1) / Stretch,
        new ParallelOptions { MaxDegreeOfParallelism = threads },
        stretch =>
        {
            for (var number = stretch * Stretch; number < Math.Min(Count, (stretch + 1) * Stretch); number++)
            {
                act(number);
            }
        });

    private short Admit(int number)
    {
        var facts = new SimulatedFacts(contest, seed, Count, population[number], division: null);
        var admission = Admission.Of(contest.Definition, facts, Births.DayOf(contest.Definition));
        return admission.Divisions.Count == 0
            ? Refused
            : (short)admission.Divisions[new Dice(seed, number, ChoiceSubject).Below(admission.Divisions.Count)];
    }
}
