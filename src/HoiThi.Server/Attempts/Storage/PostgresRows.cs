using HoiThi.Core.Attempts;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;
using Npgsql;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>Rows as the statements of <see cref="PostgresStatements"/> return them.</summary>
internal static class PostgresRows
{
    public static Attempt Attempt(NpgsqlDataReader row)
    {
        var answers = row.GetFieldValue<byte[]>(9);
        return new Attempt(
            new AttemptId(row.GetInt16(3), new ContestantId(row.GetGuid(0)), row.GetInt16(1), row.GetInt16(2)),
            row.GetInt32(4),
            row.GetInt32(5),
            (AttemptState)row.GetInt16(6),
            row.GetInt64(7),
            row.GetInt64(8),
            AnswerSheet.Read(answers, row.IsDBNull(10) ? null : row.GetInt64(10), row.GetInt32(11), row.IsDBNull(15) ? null : row.GetFieldValue<byte[]>(15)),
            row.IsDBNull(12) ? null : row.GetInt64(12),
            row.IsDBNull(13) ? null : new Grade(row.GetInt32(13), row.GetInt32(14), answers.Length / 3))
        {
            Origin = row.IsDBNull(16) ? null : AttemptId.Read(row.GetFieldValue<byte[]>(16)),
        };
    }

    public static Standing Standing(NpgsqlDataReader row) => new(
        new ContestantId(row.GetGuid(0)), row.GetInt16(1), row.GetInt32(2), row.GetInt64(3), row.GetInt32(4), row.GetInt32(5), row.GetInt16(6),
        row.GetInt32(7), row.GetInt32(8), row.GetInt64(9), row.GetInt64(10), row.IsDBNull(11) ? null : row.GetInt64(11),
        row.GetInt16(12), row.GetInt64(13));
}
