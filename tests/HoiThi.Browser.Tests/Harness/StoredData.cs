using HoiThi.Core.Attempts;
using Microsoft.Data.Sqlite;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>An attempt as its row says.</summary>
internal sealed record StoredAttempt(AttemptState State, AnswerSheet Answers, int? Correct);

/// <summary>Reads the server's database from outside while the server writes, or after it was killed.</summary>
internal sealed class StoredData(string file)
{
    // Unpooled: the file has to be free when its folder is deleted.
    private readonly string connectionString =
        new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    /// <summary>All attempts of a contestant in a round, in order.</summary>
    public async Task<List<StoredAttempt>> AttemptsAsync(ContestantId contestant, int round)
    {
        var attempts = new List<StoredAttempt>();
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT state, answers, prediction, prediction_sequence, correct FROM attempt WHERE contestant = $id AND round = $round ORDER BY ordinal";
        command.Parameters.AddWithValue("$id", contestant.Value.ToByteArray(bigEndian: true));
        command.Parameters.AddWithValue("$round", round);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            attempts.Add(new StoredAttempt(
                (AttemptState)rows.GetInt32(0),
                AnswerSheet.Read((byte[])rows.GetValue(1), rows.IsDBNull(2) ? null : rows.GetInt64(2), rows.GetInt32(3)),
                rows.IsDBNull(4) ? null : rows.GetInt32(4)));
        }

        return attempts;
    }

    /// <summary>The one attempt behind an address such as <c>/attempts/{id}</c> or its result.</summary>
    public async Task<StoredAttempt> AttemptAtAsync(string address)
    {
        var id = IdIn(address);
        return (await AttemptsAsync(id.Contestant, id.Round))[id.Ordinal - 1];
    }

    /// <summary>Somebody with a counted attempt in a round, e.g. one of the demo's simulated contestants.</summary>
    public async Task<AttemptId> AnyAttemptAsync(int round)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT contest, contestant FROM standing WHERE round = $round ORDER BY rank_key LIMIT 1";
        command.Parameters.AddWithValue("$round", round);
        await using var rows = await command.ExecuteReaderAsync();
        (await rows.ReadAsync()).ShouldBeTrue($"Nobody has taken round {round}.");
        return new AttemptId(rows.GetInt16(0), new ContestantId(new Guid((byte[])rows.GetValue(1), bigEndian: true)), (short)round, 1);
    }

    /// <summary>The attempt's id in an address.</summary>
    public static AttemptId IdIn(string address)
    {
        var segments = new Uri(address).Segments;
        AttemptId.TryParse(segments[2].TrimEnd('/'), out var id).ShouldBeTrue(address);
        return id;
    }
}
