using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Contests;

public class FolderTests
{
    [Fact]
    public void A_folder_without_a_contest_says_so()
    {
        using var folder = new Folder();
        File.Delete(folder.Path("contest.yaml"));
        folder.Mistakes().ShouldBe(["contest.yaml:1: there is no file 'contest.yaml'; expected a file in the contest's folder"]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_mistake_and_no_exception() =>
        ContestFolder.Read("/nowhere/at/all").Mistakes.Count.ShouldBe(1);

    [Fact]
    public void Missing_files_are_reported_where_they_are_named()
    {
        using var folder = new Folder();
        File.Delete(folder.Path("units.csv"));
        File.Delete(folder.Path("questions/2.yaml"));
        folder.Mistakes().ShouldBe([
            "contest.yaml:9: there is no file 'units.csv'; expected a file in the contest's folder",
            "contest.yaml:92: there is no file 'questions/2.yaml'; expected a file in the contest's folder",
        ]);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_refused()
    {
        using var folder = new Folder();
        File.Delete(folder.Path("pages/rules.md"));
        File.CreateSymbolicLink(folder.Path("pages/rules.md"), "/etc/passwd");
        folder.Mistakes().ShouldBe(["contest.yaml:101: 'pages/rules.md' leads out of the contest's folder; expected a file in the folder or below it, without links"]);
    }

    [Fact]
    public void A_linked_directory_is_refused()
    {
        using var folder = new Folder();
        Directory.Delete(folder.Path("pages"), recursive: true);
        Directory.CreateSymbolicLink(folder.Path("pages"), "/etc");
        folder.With("contest.yaml", "pages/rules.md", "pages/passwd").Mistakes().ShouldHaveSingleItem().ShouldContain("leads out of the contest's folder");
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_reported_with_their_line()
    {
        using var folder = new Folder();
        File.WriteAllBytes(folder.Path("units.csv"), [.. "code,kind\n"u8, 0xC3, 0x28]);
        folder.Mistakes().ShouldBe(["contest.yaml:9: 'units.csv' is not UTF-8 in its line 2; expected a text in UTF-8"]);
    }

    [Fact]
    public void Nothing_is_written_outside_of_the_folder()
    {
        using var folder = new Folder();
        var bundle = folder.Read().Require();
        var outside = bundle with { Contest = bundle.Contest with { Units = bundle.Contest.Units with { File = "../units.csv" } } };
        Should.Throw<ArgumentException>(() => ContestFolder.Write(outside, folder.Path("out")));
        File.Exists(folder.Path("units.csv")).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => ContestFolder.Write(bundle with { Banks = [] }, folder.Path("out")));
    }

    [Fact]
    public void A_contest_that_was_changed_in_memory_is_checked_by_the_same_rules()
    {
        using var folder = new Folder();
        var bundle = folder.Read().Require();
        bundle.Check().ShouldBeEmpty();
        var contest = bundle.Contest with { Paper = bundle.Contest.Paper with { Minutes = 999 }, TimeZone = "Mars/Olympus" };
        var paths = (bundle with { Contest = contest }).Check().Select(mistake => mistake.Path);
        paths.ShouldBe(["timeZone", "paper.minutes"]);
    }

    [Theory]
    [InlineData("2026-01-06 24:00", "2026-01-07 00:00")]
    [InlineData("2026-12-31T24:00", "2027-01-01 00:00")]
    [InlineData("'2026-01-06T23:59'", "2026-01-06 23:59")]
    public void Times_are_read_as_organisers_write_them(string written, string expected)
    {
        using var folder = new Folder();
        var round = folder.With("contest.yaml", "2026-01-06 24:00", written)
            .With("contest.yaml", "2026-01-08T07:30", "2027-01-08 07:30")
            .With("contest.yaml", "2026-01-09 17:30", "2027-01-09 17:30")
            .Read().Require().Contest.Rounds[0];
        round.Windows[0].Closes.ToString().ShouldBe(expected);
    }

    [Fact]
    public void A_page_in_english_stands_beside_the_page() =>
        ContestFolder.EnglishFile(new ContestPage("rules", new LocalText("Thể lệ"), "pages/the-le.md")).ShouldBe("pages/the-le.en.md");
}
