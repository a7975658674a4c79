using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;

namespace HoiThi.Server.Contestants;

/// <summary>What a contestant is told of the rules that touch him or her.</summary>
internal static class Notes
{
    /// <summary>The division that a contestant is in, or null where the contest has none.</summary>
    public static Division? DivisionOf(this LiveContest contest, Account account) =>
        account.Row.Division < contest.Definition.Divisions.Count ? contest.Definition.Divisions[account.Row.Division] : null;

    /// <summary>The sentences, most important first.</summary>
    public static ValueList<LocalText> Of(LiveContest contest, Account account)
    {
        var notes = contest.Definition.Lists.Where(list => contest.IsOn(list.Code, account.Row.Id)).Select(OfList).OfType<LocalText>().ToList();
        var joined = contest.Today(DateTimeOffset.FromUnixTimeMilliseconds(account.Row.Registered));
        var person = PersonFacts.Of(contest, account.Row.Id, account.Row.Unit, account.Values, joined);
        var rules = contest.Definition.Registration;
        if (person.Age.Within(rules.MinAge, rules.MaxAge) == Core.People.Fit.Doubtful
            || contest.DivisionOf(account)?.Who?.FitOf(person) == Core.People.Fit.Doubtful)
        {
            notes.Add(new LocalText(
                "Tuổi của bạn được tính theo năm sinh trong số giấy tờ đã khai. Ban Tổ chức có thể kiểm tra ngày sinh khi xét giải.",
                "Your age is taken from the year of birth in your document's number. The organisers may check your date of birth when they award prizes."));
        }

        return notes.ToValueList();
    }

    private static LocalText? OfList(PersonList list) => list.Role switch
    {
        ListRole.NoPrize => new LocalText(
            $"Bạn có tên trong danh sách “{list.Name.Vi}”: được dự thi nhưng không được xét giải.",
            $"You are on the list “{list.Name.In(true)}”: you may take part, but win no prize."),
        ListRole.Compulsory => new LocalText(
            $"Bạn có tên trong danh sách bắt buộc dự thi “{list.Name.Vi}”.", $"You are on the list of those who have to take part, “{list.Name.In(true)}”."),
        ListRole.Encouraged => new LocalText(
            $"Bạn có tên trong danh sách được khuyến khích dự thi “{list.Name.Vi}”.", $"You are on the list of those who are encouraged to take part, “{list.Name.In(true)}”."),
        _ => null,
    };
}
