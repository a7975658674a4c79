namespace HoiThi.Core.Simulation;

/// <summary>
/// Random numbers that depend on what they are for and on nothing else: the dice of (seed, person, round) fall the same on
/// any machine, in any order, on any number of threads. SplitMix64 (Steele, Lea and Flood, 2014).
/// </summary>
internal struct Dice(ulong seed, int person, int subject)
{
    private ulong state = Mix(Mix(seed ^ 0x9E37_79B9_7F4A_7C15) + (((ulong)(uint)person << 32) | (uint)subject));

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 up to, not including, <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)Math.BigMul(NextBits(), (ulong)bound, out _);

    /// <summary>Whether something of this probability happens.</summary>
    public bool Chance(double probability) => Next() < probability;

    /// <summary>A number of the normal distribution with mean 0 and deviation 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>64 random bits.</summary>
    public ulong NextBits() => Mix(state += 0x9E37_79B9_7F4A_7C15);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }
}
