using HoiThi.Core.Attempts;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Storage;

// The tables of script 011.

/// <summary>A correction of keys: what holds for a sealed set from then on.</summary>
public sealed record KeyCorrectionRow(
    short Contest, short Round, int Version, int Corrects, string Rulings, byte[] Hash, string Reason, long Moment, long Line);

/// <summary>How far the attempts of a round are marked anew by its last correction.</summary>
public sealed class RemarkingRow
{
    public required short Contest { get; init; }

    public required short Round { get; init; }

    public required int Version { get; set; }

    public ContestantId? Reached { get; set; }

    public long People { get; set; }

    public Guid? Worker { get; set; }

    public long Seen { get; set; }

    public long? Walked { get; set; }

    public long? Finished { get; set; }
}

internal static class KeyModel
{
    public static void AddKeys(this ModelBuilder model)
    {
        model.Entity<KeyCorrectionRow>().ToTable("key_correction").HasKey(row => new { row.Contest, row.Round, row.Version });
        model.Entity<RemarkingRow>().ToTable("remarking").HasKey(row => new { row.Contest, row.Round });
    }
}
