using HoiThi.Core.Attempts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HoiThi.Server.Storage;

/// <summary>
/// The database for everything that is not on the hot path. The tables are made by the scripts in <c>Schema/</c>
/// (ADR 0002), this only says which class is which table.
/// </summary>
public sealed class HoiThiContext(DbContextOptions<HoiThiContext> options) : DbContext(options)
{
    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<ContestRow> Contests => Set<ContestRow>();

    public DbSet<ContestVersionRow> ContestVersions => Set<ContestVersionRow>();

    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<QuestionSetRow> QuestionSets => Set<QuestionSetRow>();

    public DbSet<ContestFileRow> ContestFiles => Set<ContestFileRow>();

    public DbSet<DocumentDownloadRow> DocumentDownloads => Set<DocumentDownloadRow>();

    public DbSet<SimulationRow> Simulations => Set<SimulationRow>();

    public DbSet<RoundResultRow> RoundResults => Set<RoundResultRow>();

    public DbSet<AwardRow> Awards => Set<AwardRow>();

    public DbSet<PassedOverRow> PassedOver => Set<PassedOverRow>();

    public DbSet<SubstituteRow> Substitutes => Set<SubstituteRow>();

    public DbSet<FallenOutRow> FallenOut => Set<FallenOutRow>();

    public DbSet<PublicityRow> Publicity => Set<PublicityRow>();

    public DbSet<JuryWinnerRow> JuryWinners => Set<JuryWinnerRow>();

    public DbSet<UnitFiguresRow> UnitFigures => Set<UnitFiguresRow>();

    public DbSet<ContestSeedRow> ContestSeeds => Set<ContestSeedRow>();

    public DbSet<FrozenBoardRow> FrozenBoards => Set<FrozenBoardRow>();

    public DbSet<FrozenPlaceRow> FrozenPlaces => Set<FrozenPlaceRow>();

    public DbSet<DailyCountRow> DailyCounts => Set<DailyCountRow>();

    public DbSet<DailyCountTakenRow> DailyCountsTaken => Set<DailyCountTakenRow>();

    public DbSet<ContestantRow> Contestants => Set<ContestantRow>();

    public DbSet<ListedPersonRow> ListedPeople => Set<ListedPersonRow>();

    public DbSet<EmailLinkRow> EmailLinks => Set<EmailLinkRow>();

    public DbSet<ContestantEventRow> ContestantEvents => Set<ContestantEventRow>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    public DbSet<StandingRow> Standings => Set<StandingRow>();

    public DbSet<TallyRow> Tallies => Set<TallyRow>();

    public DbSet<MarkRow> Marks => Set<MarkRow>();

    public DbSet<SpreadRow> Spread => Set<SpreadRow>();

    public DbSet<SealingRow> Sealings => Set<SealingRow>();

    public DbSet<KeyCorrectionRow> KeyCorrections => Set<KeyCorrectionRow>();

    public DbSet<RemarkingRow> Remarkings => Set<RemarkingRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<ConsoleSessionRow> ConsoleSessions => Set<ConsoleSessionRow>();

    public DbSet<RoleGrantRow> RoleGrants => Set<RoleGrantRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();

    public DbSet<TwoPersonActRow> TwoPersonActs => Set<TwoPersonActRow>();

    public DbSet<ContestantBlockRow> ContestantBlocks => Set<ContestantBlockRow>();

    public DbSet<BankTopicRow> BankTopics => Set<BankTopicRow>();

    public DbSet<BankQuestionRow> BankQuestions => Set<BankQuestionRow>();

    public DbSet<BankSearchRow> BankSearch => Set<BankSearchRow>();

    public DbSet<BankUseRow> BankUses => Set<BankUseRow>();

    public DbSet<BankImageRow> BankImages => Set<BankImageRow>();

    public DbSet<BankImportRow> BankImports => Set<BankImportRow>();

    public DbSet<BankImportItemRow> BankImportItems => Set<BankImportItemRow>();

    public DbSet<BankImportImageRow> BankImportImages => Set<BankImportImageRow>();

    public DbSet<DeadlineMoveRow> DeadlineMoves => Set<DeadlineMoveRow>();

    public DbSet<ContestantMergeRow> ContestantMerges => Set<ContestantMergeRow>();

    public DbSet<PublishedResultRow> PublishedResults => Set<PublishedResultRow>();

    public DbSet<RoundMinuteRow> RoundMinutes => Set<RoundMinuteRow>();

    public DbSet<NodeMinuteRow> NodeMinutes => Set<NodeMinuteRow>();

    public DbSet<ExportRow> Exports => Set<ExportRow>();

    public DbSet<ExportPartRow> ExportParts => Set<ExportPartRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Table<SettingRow>("setting").HasKey(row => row.Name);
        Table<ContestRow>("contest").HasKey(row => row.Number);
        Table<ContestVersionRow>("contest_version").HasKey(row => new { row.Contest, row.Version });
        Table<UnitRow>("unit").HasKey(row => new { row.Contest, row.Number });
        Table<QuestionSetRow>("question_set").HasKey(row => new { row.Contest, row.Round, row.Version });
        Table<ContestFileRow>("contest_file").HasKey(row => new { row.Contest, row.Path });
        Table<DocumentDownloadRow>("document_download").HasKey(row => new { row.Contest, row.Path });
        Table<SimulationRow>("simulation").HasKey(row => new { row.Contest, row.Number });
        Table<RoundResultRow>("round_result").HasKey(row => new { row.Contest, row.Round, row.Division });
        Table<AwardRow>("award").HasKey(row => new { row.Contest, row.Round, row.Contestant, row.Field, row.Prize });
        Table<PassedOverRow>("passed_over").HasKey(row => new { row.Contest, row.Round, row.Contestant, row.Reason });
        Table<SubstituteRow>("substitute").HasKey(row => new { row.Contest, row.Round, row.Field, row.Ordinal });
        Table<FallenOutRow>("fallen_out").HasKey(row => new { row.Contest, row.Contestant });
        Table<PublicityRow>("publicity").HasKey(row => new { row.Contest, row.Line });
        Table<JuryWinnerRow>("jury_winner").HasKey(row => new { row.Contest, row.Line });
        Table<UnitFiguresRow>("unit_figures").HasKey(row => new { row.Contest, row.Unit });
        Table<ContestSeedRow>("contest_seed").HasKey(row => row.Contest);
        Table<FrozenBoardRow>("frozen_board").HasKey(row => new { row.Contest, row.Round, row.Division });
        Table<FrozenPlaceRow>("frozen_place").HasKey(row => new { row.Contest, row.Round, row.Division, row.Place });
        Table<DailyCountRow>("daily_count").HasKey(row => new { row.Contest, row.Round, row.Unit });
        Table<DailyCountTakenRow>("daily_count_taken").HasKey(row => row.Contest);
        Table<ContestantRow>("contestant").HasKey(row => row.Id);
        Table<ListedPersonRow>("listed_person").HasKey(row => new { row.Contest, row.List, row.Contestant });
        Table<EmailLinkRow>("email_link").HasKey(row => row.TokenHash);
        Table<ContestantEventRow>("contestant_event").HasKey(row => new { row.Contestant, row.Ordinal });
        Table<AttemptRow>("attempt").HasKey(row => new { row.Contestant, row.Round, row.Ordinal });
        Table<StandingRow>("standing").HasKey(row => new { row.Contestant, row.Round });
        Table<TallyRow>("tally").HasKey(row => new { row.Contest, row.Round, row.Division, row.Unit, row.Slot });
        Table<MarkRow>("mark").HasKey(row => new { row.Contestant, row.Round, row.Ordinal, row.Position });
        Table<SealingRow>("sealing").HasKey(row => new { row.Contest, row.Round, row.Version });
        Table<SpreadRow>("spread").HasKey(row => new { row.Contest, row.Round, row.Division, row.Correct, row.Slot });

        modelBuilder.AddConsole();
        modelBuilder.AddBank();
        modelBuilder.AddPeople();
        modelBuilder.AddKeys();

        foreach (var property in modelBuilder.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()).SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }

        Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> Table<T>(string name)
            where T : class => modelBuilder.Entity<T>().ToTable(name);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite keeps ids as the same bytes that PostgreSQL compares: big-endian.
        configurationBuilder.Properties<ContestantId>().HaveConversion(
            Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? typeof(IdToBytes) : typeof(IdToUuid));
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MomentToMilliseconds>();
    }

    private static string SnakeCase(string name) => string.Concat(
        name.Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));

    private sealed class IdToBytes() : ValueConverter<ContestantId, byte[]>(
        id => id.Value.ToByteArray(true), bytes => new ContestantId(new Guid(bytes, true)));

    private sealed class MomentToMilliseconds() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));

    private sealed class IdToUuid() : ValueConverter<ContestantId, Guid>(id => id.Value, value => new ContestantId(value));
}
