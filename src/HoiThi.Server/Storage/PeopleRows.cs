using HoiThi.Core.Attempts;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Storage;

// The tables of script 009.

/// <summary>A deadline that was moved: of one attempt, by its id in addresses, or of all that are open.</summary>
public sealed record DeadlineMoveRow(Guid Id, short Contest, short Round, long Moment, string? Attempt);

/// <summary>A registration that is no more, because it was another's of the same person.</summary>
public sealed record ContestantMergeRow(ContestantId Gone, long Moment, ContestantId Kept, short Contest, string Name, byte[] Private, string Reason);

/// <summary>Results of a round (0: of the contest) that the organisers have published.</summary>
public sealed record PublishedResultRow(short Contest, short Round, long Published);

/// <summary>A file that is made for somebody.</summary>
public sealed class ExportRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required short Contest { get; init; }

    public required string Name { get; init; }

    public required long Total { get; init; }

    public required long Written { get; set; }

    public required string State { get; set; }

    public required long Created { get; init; }

    public required long Seen { get; set; }
}

public sealed record ExportPartRow(Guid Export, int Part, byte[] Content);

/// <summary>How a round was at the end of a minute.</summary>
public sealed record RoundMinuteRow(short Contest, short Round, long Minute, long Attempts, long Open);

/// <summary>What went wrong on a node in a minute.</summary>
public sealed record NodeMinuteRow(long Minute, string Node, long Errors, long Busy);

internal static class PeopleModel
{
    public static void AddPeople(this ModelBuilder model)
    {
        model.Entity<DeadlineMoveRow>().ToTable("deadline_move").HasKey(row => row.Id);
        model.Entity<ContestantMergeRow>().ToTable("contestant_merge").HasKey(row => new { row.Gone, row.Moment });
        model.Entity<PublishedResultRow>().ToTable("published_result").HasKey(row => new { row.Contest, row.Round });
        model.Entity<RoundMinuteRow>().ToTable("round_minute").HasKey(row => new { row.Contest, row.Round, row.Minute });
        model.Entity<NodeMinuteRow>().ToTable("node_minute").HasKey(row => new { row.Minute, row.Node });
        model.Entity<ExportRow>().ToTable("export").HasKey(row => row.Id);
        model.Entity<ExportPartRow>().ToTable("export_part").HasKey(row => new { row.Export, row.Part });
    }
}
