using CsCheck;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Units;

namespace HoiThi.Formats.Tests.Contests;

public class RoundTripTests
{
    [Fact]
    public void Any_contest_reads_back_as_it_was_written() => RandomContests.Bundle.Sample(
        bundle =>
        {
            var text = ContestYaml.Write(bundle.Contest);
            var reading = ContestYaml.Read(text);
            reading.Mistakes.ShouldBeEmpty();
            reading.Value.ShouldBe(bundle.Contest);
            ContestYaml.Write(reading.Require()).ShouldBe(text);
        },
        iter: 300);

    [Fact]
    public void Any_questions_read_back_as_they_were_written() => RandomContests.Bundle.Sample(
        bundle =>
        {
            foreach (var bank in bundle.Banks)
            {
                var text = QuestionsYaml.Write(bank);
                QuestionsYaml.Read(text, "q.yaml").Require().ShouldBe(bank);
            }
        },
        iter: 300);

    [Fact]
    public void Any_units_read_back_as_they_were_written() => RandomContests.Bundle.Sample(
        bundle => UnitsCsv.Read(UnitsCsv.Write(bundle.Units), "u.csv").Require().Equals(bundle.Units).ShouldBeTrue(),
        iter: 300);

    [Fact]
    public void Any_contest_survives_export_and_import() => RandomContests.Bundle.Sample(
        bundle =>
        {
            bundle.Check().ShouldBeEmpty();
            RoundTrip.Check(bundle);
        },
        iter: 30);

    [Fact]
    public void The_sample_survives_export_and_import()
    {
        using var folder = new Folder();
        folder.Mistakes().ShouldBeEmpty();
        RoundTrip.Check(folder.Read().Require());
    }

    [Fact]
    public void Writing_over_the_folder_that_was_read_keeps_its_files()
    {
        using var folder = new Folder();
        var before = File.ReadAllBytes(folder.Path("documents/plan.pdf"));
        ContestFolder.Write(folder.Read().Require(), folder.Directory);
        File.ReadAllBytes(folder.Path("documents/plan.pdf")).ShouldBe(before);
        Directory.EnumerateFiles(folder.Directory, "*.partial", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void The_english_text_of_a_page_is_carried_along()
    {
        using var folder = new Folder();
        folder.Read().Require().Files.Select(file => file.Path)
            .ShouldBe(["pages/rules.md", "documents/plan.pdf", "pages/rules.en.md"], ignoreOrder: true);
    }

    [Fact]
    public void A_moved_contest_keeps_its_hours()
    {
        using var folder = new Folder();
        var contest = folder.Read().Require().Contest;
        var moved = contest.MovedByDays(7);
        moved.Rounds[0].Opens.ToString().ShouldBe("2026-01-12 07:30");
        moved.Rounds[0].Windows[0].Closes.ToString().ShouldBe("2026-01-14 00:00");
        moved.News[0].Date.ShouldBe(new DateOnly(2026, 1, 12));
        moved.MovedByDays(-7).ShouldBe(contest);
    }
}
