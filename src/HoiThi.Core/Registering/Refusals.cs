using System.Globalization;
using HoiThi.Core.Contests;
using HoiThi.Core.People;

namespace HoiThi.Core.Registering;

/// <summary>Why somebody may not take part, in words.</summary>
internal static class Refusals
{
    public static FieldError NotOnRoster { get; } = FieldError.Of(
        "not-on-roster",
        "Bạn không có tên trong danh sách được dự thi. Nếu có nhầm lẫn, hãy báo đầu mối của đơn vị hoặc Ban Tổ chức.",
        "You are not on the list of those who may take part. If that is a mistake, tell your unit's coordinator or the organisers.");

    public static FieldError Barred(PersonList list) => FieldError.Of(
        "barred",
        $"Theo thể lệ, người trong danh sách “{list.Name.Vi}” không được dự thi, và bạn có tên trong danh sách này.",
        $"By the rules those on the list “{list.Name.In(true)}” may not take part, and you are on it.");

    public static FieldError Age(RegistrationRules rules, Age age, DateOnly day)
    {
        var young = age.Most < (rules.MinAge ?? 0);
        var (vi, en) = AgeWords(rules.MinAge, rules.MaxAge);
        return FieldError.Of(
            young ? "too-young" : "too-old",
            $"Cuộc thi dành cho người {vi} (tính đến ngày {Vi(day)}).",
            $"The contest is for people {en} (on {En(day)}).");
    }

    public static FieldError NoDivision(Contest contest, IPersonFacts person, DateOnly day)
    {
        var reasons = contest.Divisions.Select(division => (division.Name, Why: WhyNot(contest, division.Who!, person, day))).ToArray();
        return FieldError.Of(
            "no-division",
            $"Bạn không thuộc bảng thi nào. {string.Join(" ", reasons.Select(each => $"{each.Name.Vi}: {each.Why.Vi}."))}",
            $"You belong to none of the divisions. {string.Join(" ", reasons.Select(each => $"{each.Name.In(true)}: {each.Why.In(true)}."))}");
    }

    /// <summary>The first condition that fails.</summary>
    private static LocalText WhyNot(Contest contest, Who who, IPersonFacts person, DateOnly day)
    {
        if (who.Kinds.Count > 0 && !who.Kinds.Contains(person.Kind, StringComparer.Ordinal))
        {
            return For(contest.Units.Kinds.Where(kind => who.Kinds.Contains(kind.Code, StringComparer.Ordinal)).Select(kind => kind.Name));
        }

        if (who.Blocks.Count > 0 && !who.Blocks.Contains(person.Block, StringComparer.Ordinal))
        {
            return For(contest.Units.Blocks.Where(block => who.Blocks.Contains(block.Code, StringComparer.Ordinal)).Select(block => block.Name));
        }

        if (who.Answers.FirstOrDefault(answer => person.Answer(answer.Field) is not { } given || !answer.In.Contains(given, StringComparer.Ordinal)) is { } missed)
        {
            return For(missed.In.Select(option => OptionOf(contest, missed.Field, option)));
        }

        if (who.Lists.Count > 0 && !who.Lists.Any(person.IsOn))
        {
            return For(contest.Lists.Where(list => who.Lists.Contains(list.Code, StringComparer.Ordinal)).Select(list => list.Name));
        }

        var (vi, en) = AgeWords(who.MinAge, who.MaxAge);
        return new LocalText($"dành cho người {vi} (tính đến ngày {Vi(day)})", $"for people {en} (on {En(day)})");
    }

    private static LocalText For(IEnumerable<LocalText> names)
    {
        var all = names.ToArray();
        return new LocalText(
            $"dành cho {string.Join(", ", all.Select(name => name.Vi))}",
            $"for {string.Join(", ", all.Select(name => name.In(true)))}");
    }

    private static LocalText OptionOf(Contest contest, string field, string option) => option switch
    {
        "male" => new LocalText("nam", "men"),
        "female" => new LocalText("nữ", "women"),
        _ => contest.Registration.Fields.FirstOrDefault(each => each.Code == field)?.Options.FirstOrDefault(each => each.Vi == option) ?? new LocalText(option),
    };

    private static (string Vi, string En) AgeWords(int? min, int? max) => (min, max) switch
    {
        (null, { } most) => ($"không quá {most} tuổi", $"of {most} years at most"),
        ({ } least, null) => ($"từ đủ {least} tuổi", $"of {least} years or more"),
        _ => ($"từ đủ {min} đến hết {max} tuổi", $"of {min} to {max} years"),
    };

    private static string Vi(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string En(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
