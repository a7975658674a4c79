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

    public DbSet<RoundResultRow> RoundResults => Set<RoundResultRow>();

    public DbSet<AwardRow> Awards => Set<AwardRow>();

    public DbSet<ContestantRow> Contestants => Set<ContestantRow>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    public DbSet<StandingRow> Standings => Set<StandingRow>();

    public DbSet<TallyRow> Tallies => Set<TallyRow>();

    public DbSet<MarkRow> Marks => Set<MarkRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Table<SettingRow>("setting").HasKey(row => row.Name);
        Table<ContestRow>("contest").HasKey(row => row.Number);
        Table<ContestVersionRow>("contest_version").HasKey(row => new { row.Contest, row.Version });
        Table<UnitRow>("unit").HasKey(row => new { row.Contest, row.Number });
        Table<QuestionSetRow>("question_set").HasKey(row => new { row.Contest, row.Round, row.Version });
        Table<ContestFileRow>("contest_file").HasKey(row => new { row.Contest, row.Path });
        Table<RoundResultRow>("round_result").HasKey(row => new { row.Contest, row.Round });
        Table<AwardRow>("award").HasKey(row => new { row.Contest, row.Round, row.Place });
        Table<ContestantRow>("contestant").HasKey(row => row.Id);
        Table<AttemptRow>("attempt").HasKey(row => new { row.Contestant, row.Round, row.Ordinal });
        Table<StandingRow>("standing").HasKey(row => new { row.Contestant, row.Round });
        Table<TallyRow>("tally").HasKey(row => new { row.Contest, row.Round, row.Division, row.Unit, row.Slot });
        Table<MarkRow>("mark").HasKey(row => new { row.Contestant, row.Round, row.Ordinal, row.Position });

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
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
    }

    private static string SnakeCase(string name) => string.Concat(
        name.Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));

    private sealed class IdToBytes() : ValueConverter<ContestantId, byte[]>(
        id => id.Value.ToByteArray(true), bytes => new ContestantId(new Guid(bytes, true)));

    private sealed class IdToUuid() : ValueConverter<ContestantId, Guid>(id => id.Value, value => new ContestantId(value));
}
