using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Forms;

namespace HoiThi.Formats.Tests.Forms;

/// <summary>A form says what the file says: nothing is lost on the way through it, and mistakes name its fields.</summary>
public sealed class ContestFormTests
{
    private static readonly string[] Keys = [.. ContestForm.All.Keys.Select(key => key.Name)];

    [Fact]
    public void A_contest_comes_out_of_its_form_as_it_went_in()
    {
        foreach (var contest in Directory.EnumerateDirectories(Repository.Path("contests/conformance")).Append(Repository.Path("contests/hai-phong-cchc-2023")).Select(Read))
        {
            ContestForm.Apply(contest, Keys, ContestForm.ValuesOf(contest, Keys)).Require().ShouldBe(contest, contest.Slug);
        }
    }

    [Fact]
    public void A_mistake_names_the_field_that_it_is_about()
    {
        var contest = Read(Repository.Path("contests/hai-phong-cchc-2023"));
        var values = ContestForm.ValuesOf(contest, Keys);
        values["title.vi"] = " ";
        values["paper.minutes"] = "lâu";
        values["rounds[1].windows[0].closes"] = "2023-10-01T07:30";
        values["prizes.round[0].amount"] = "1.000.000";
        ContestForm.Apply(contest, Keys, values).Mistakes.Select(mistake => mistake.Path).Order(StringComparer.Ordinal)
            .ShouldBe(["paper.minutes", "rounds[1].windows[0].closes", "title.vi"]);
    }

    [Fact]
    public void Items_are_added_moved_and_taken_out()
    {
        var contest = Read(Repository.Path("contests/hai-phong-cchc-2023"));
        var values = ContestForm.ValuesOf(contest, ["prizes", "prediction"]);
        values.Move("prizes.round[0]", 1);
        values.Remove("prizes.round[3]");
        values.Add("prizes.round", ContestForm.PartAt("prizes.round")!);
        values["prizes.round[3].name.vi"] = "Giải Phong trào";
        values["prizes.round[3].count"] = "2";
        values["prizes.round[3].amount"] = "1.500.000";
        values.Move("prizes.round[0]", -1);
        values.Remove("prediction");
        var changed = ContestForm.Apply(contest with { Ranking = new RankingRules([RankingKey.Score], [RankingKey.Score]) }, ["prizes", "prediction"], values).Require();
        changed.Prediction.ShouldBeNull();
        changed.Prizes.Round.Select(prize => prize.Name.Vi).ShouldBe(["Giải Nhì", "Giải Nhất", "Giải Ba", "Giải Phong trào"]);
        changed.Prizes.Round[3].Amount.ShouldBe(1_500_000);
    }

    [Fact]
    public void Text_of_a_section_is_read_with_its_lines()
    {
        var contest = Read(Repository.Path("contests/hai-phong-cchc-2023"));
        var text = ContestForm.TextOf(contest, ["paper"]);
        ContestForm.ApplyText(contest, ["paper"], text).Require().ShouldBe(contest);
        var mistake = ContestForm.ApplyText(contest, ["paper"], "paper:\n  minutes: 20\n  minuts: 3\n").Mistakes.ShouldHaveSingleItem();
        mistake.Line.ShouldBe(3);
        ContestForm.ApplyText(contest, ["paper"], "paper: { minutes: 20 }\nslug: khac\n").Mistakes.ShouldHaveSingleItem().Path.ShouldBe("slug");
        ContestForm.ApplyText(contest, ["paper"], "paper: [").Succeeded.ShouldBeFalse();
    }

    private static Contest Read(string folder) => ContestYaml.Read(File.ReadAllText(Path.Combine(folder, ContestYaml.FileName))).Require();
}
