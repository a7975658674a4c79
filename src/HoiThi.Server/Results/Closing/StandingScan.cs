using System.Buffers.Binary;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Server.Results.Closing;

/// <summary>
/// Ranks all standings of a round by their final keys. It reads the index on the provisional keys and nothing else; what
/// has become known is put into them on the way.
/// </summary>
internal static class StandingScan
{
    /// <summary>Ranks one division.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="round">The round; 0 for the contest.</param>
    /// <param name="division">The division's index.</param>
    /// <param name="chain">The chain of its keys.</param>
    /// <param name="revealed">What is known.</param>
    /// <param name="instead">Standings that are tried out in place of those that are stored.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<RankedDivision> RankAsync(
        ResultSession session, short round, short division, ValueList<RankingKey> chain, Revealed revealed, Dictionary<ContestantId, Standing> instead, CancellationToken cancel)
    {
        // Numbers of our own, put in as they are: COPY takes no parameters.
        var sql = FormattableString.Invariant(
            $"SELECT rank_key, prediction FROM standing WHERE contest = {session.Contest} AND round = {round} AND division = {division}");
        var lines = new List<RankLine>();
        var final = new byte[RankKey.SizeOf(chain)];
        if (session.Postgres is { } postgres)
        {
            await using var rows = await postgres.BeginBinaryExportAsync($"COPY ({sql}) TO STDOUT (FORMAT BINARY)", cancel);
            while (await rows.StartRowAsync(cancel) >= 0)
            {
                var key = await rows.ReadAsync<byte[]>(cancel);
                long? guess = null;
                if (rows.IsNull)
                {
                    await rows.SkipAsync(cancel);
                }
                else
                {
                    guess = await rows.ReadAsync<long>(cancel);
                }

                Add(key, guess);
            }
        }
        else
        {
            await using var command = session.Command(sql);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (rows.Read())
            {
                Add(rows.GetFieldValue<byte[]>(0), rows.IsDBNull(1) ? null : rows.GetInt64(1));
            }
        }

        lines.Sort();
        return new RankedDivision(division, lines);

        void Add(byte[] provisional, long? guess)
        {
            if (instead.Count > 0 && instead.TryGetValue(RankKey.ContestantOf(provisional), out var other))
            {
                lines.Add(new RankLine(RankKey.Final(chain, other, revealed)));
                return;
            }

            var length = RankKey.Complete(chain, provisional, guess, revealed, final);
            lines.Add(new RankLine(final[..length]));
        }
    }
}

/// <summary>A final key; its first bytes lie beside it, where nearly every comparison ends.</summary>
internal readonly record struct RankLine(byte[] Key) : IComparable<RankLine>
{
    private readonly ulong first = BinaryPrimitives.ReadUInt64BigEndian(Key);
    private readonly ulong second = BinaryPrimitives.ReadUInt64BigEndian(Key.AsSpan(sizeof(ulong)));

    public int CompareTo(RankLine other) =>
        first != other.first ? first.CompareTo(other.first)
        : second != other.second ? second.CompareTo(other.second)
        : Key.AsSpan().SequenceCompareTo(other.Key);
}

/// <summary>A division in its final order.</summary>
/// <param name="Division">The division's index.</param>
/// <param name="Lines">The final keys, best first.</param>
internal sealed record RankedDivision(short Division, List<RankLine> Lines);
