using System.Buffers.Binary;
using HoiThi.Core.Attempts;
using NpgsqlTypes;

namespace HoiThi.Server.Results.Closing;

/// <summary>
/// The final orders of closed rounds: who is at a place, and at which place somebody is. Keys of a million standings would
/// take minutes to write anew; their order, as pages of ids, takes a fraction of a second.
/// </summary>
internal static class FinalOrders
{
    private const string InsertOrder = "INSERT INTO final_order (contest, round, board, page, contestants) VALUES (@contest, @round, @board, @page, @ids)";
    private const string InsertPlaces = "INSERT INTO final_place (contest, round, division, first, contestants, places) VALUES (@contest, @round, @board, @page, @ids, @places)";

    /// <summary>Replaces an order.</summary>
    /// <param name="session">Where to write.</param>
    /// <param name="round">The round; 0 for the contest.</param>
    /// <param name="board">The division's index, or below 0 that of divisions together.</param>
    /// <param name="lines">The keys, best first.</param>
    /// <param name="cancel">Stops between pages.</param>
    public static async Task WriteAsync(ResultSession session, short round, short board, List<RankLine> lines, CancellationToken cancel)
    {
        await DeleteAsync(session, "final_order", "board", round, board, cancel);
        await WriteAsync(session, round, board, InsertOrder, "COPY final_order (contest, round, board, page, contestants) FROM STDIN (FORMAT BINARY)", Pages(lines), cancel);
    }

    /// <summary>Replaces the places of a division's people.</summary>
    public static async Task WritePlacesAsync(ResultSession session, short round, short division, List<RankLine> lines, CancellationToken cancel)
    {
        await DeleteAsync(session, "final_place", "division", round, division, cancel);
        await WriteAsync(
            session, round, division, InsertPlaces, "COPY final_place (contest, round, division, first, contestants, places) FROM STDIN (FORMAT BINARY)", PlacePages(lines), cancel);
    }

    /// <summary>The ids on a page of a board, 16 bytes each; none past the end.</summary>
    public static byte[] ReadPage(ResultSession session, short round, short board, int page)
    {
        const string Sql = "SELECT contestants FROM final_order WHERE contest = @contest AND round = @round AND board = @board AND page = @page";
        using var command = session.Command(Sql, ("@round", round), ("@board", board), ("@page", page));
        return command.ExecuteScalar() as byte[] ?? [];
    }

    private static IEnumerable<(object Page, byte[] Ids, byte[]? Places)> Pages(List<RankLine> lines)
    {
        for (var start = 0; start < lines.Count; start += IdPages.Size)
        {
            var ids = new byte[Math.Min(IdPages.Size, lines.Count - start) * IdPages.IdSize];
            for (var index = 0; index * IdPages.IdSize < ids.Length; index++)
            {
                lines[start + index].Key.AsSpan(^IdPages.IdSize).CopyTo(ids.AsSpan(index * IdPages.IdSize));
            }

            yield return (start / IdPages.Size, ids, null);
        }
    }

    private static IEnumerable<(object First, byte[] Ids, byte[]? Places)> PlacePages(List<RankLine> lines)
    {
        var byId = new (UInt128 Id, int Place)[lines.Count];
        for (var index = 0; index < byId.Length; index++)
        {
            byId[index] = (BinaryPrimitives.ReadUInt128BigEndian(lines[index].Key.AsSpan(^IdPages.IdSize)), index + 1);
        }

        byId.AsSpan().Sort((left, right) => left.Id.CompareTo(right.Id));
        for (var start = 0; start < byId.Length; start += IdPages.Size)
        {
            var count = Math.Min(IdPages.Size, byId.Length - start);
            var (ids, places) = (new byte[count * IdPages.IdSize], new byte[count * sizeof(int)]);
            for (var index = 0; index < count; index++)
            {
                BinaryPrimitives.WriteUInt128BigEndian(ids.AsSpan(index * IdPages.IdSize), byId[start + index].Id);
                BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(index * sizeof(int)), byId[start + index].Place);
            }

            yield return (IdPages.At(ids, 0), ids, places);
        }
    }

    private static async Task WriteAsync(
        ResultSession session, short round, short board, string insert, string copy, IEnumerable<(object Page, byte[] Ids, byte[]? Places)> pages, CancellationToken cancel)
    {
        if (session.Postgres is { } postgres)
        {
            await using var rows = await postgres.BeginBinaryImportAsync(copy, cancel);
            foreach (var (page, ids, places) in pages)
            {
                await rows.StartRowAsync(cancel);
                await rows.WriteAsync(session.Contest, NpgsqlDbType.Smallint, cancel);
                await rows.WriteAsync(round, NpgsqlDbType.Smallint, cancel);
                await rows.WriteAsync(board, NpgsqlDbType.Smallint, cancel);
                await (page is ContestantId id ? rows.WriteAsync(id.Value, NpgsqlDbType.Uuid, cancel) : rows.WriteAsync((int)page, NpgsqlDbType.Integer, cancel));
                await rows.WriteAsync(ids, NpgsqlDbType.Bytea, cancel);
                if (places is not null)
                {
                    await rows.WriteAsync(places, NpgsqlDbType.Bytea, cancel);
                }
            }

            await rows.CompleteAsync(cancel);
            return;
        }

        await using var command = session.Command(insert, ("@round", round), ("@board", board));
        var (key, content, numbers) = (command.Add("@page", null), command.Add("@ids", null), command.Add("@places", null));
        foreach (var (page, ids, places) in pages)
        {
            (key.Value, content.Value, numbers.Value) = (page is ContestantId id ? id.Value.ToByteArray(bigEndian: true) : page, ids, places ?? (object)DBNull.Value);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static async Task DeleteAsync(ResultSession session, string table, string column, short round, short board, CancellationToken cancel)
    {
        await using var command = session.Command(
            $"DELETE FROM {table} WHERE contest = @contest AND round = @round AND {column} = @board", ("@round", round), ("@board", board));
        await command.ExecuteNonQueryAsync(cancel);
    }
}
