using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats;
using HoiThi.Formats.Forms;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Setup.Pages;

/// <summary>What every field of a form of the set-up needs to know.</summary>
/// <param name="Language">The language.</param>
/// <param name="Values">The values.</param>
/// <param name="Mistakes">What the check says.</param>
/// <param name="Contest">The contest, for what can be chosen from.</param>
/// <param name="Address">Where the form goes.</param>
/// <param name="Published">Whether the public knows its address.</param>
public sealed record FormContext(Language Language, FormValues Values, ValueList<Mistake> Mistakes, Contest Contest, string Address, bool Published)
{
    /// <summary>What is wrong with a value.</summary>
    public IEnumerable<string> ErrorsOf(string path) => Mistakes.Where(mistake => mistake.Path == path).Select(mistake => Language.Mistake(mistake)).Distinct(StringComparer.Ordinal);

    /// <summary>Whether something is wrong with a value or within it.</summary>
    public bool HasErrors(string path) => Mistakes.Any(mistake => mistake.Path.StartsWith(path, StringComparison.Ordinal));

    public static string IdOf(string path) => "f-" + path.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-').Replace('#', '-');

    /// <summary>What a code can be, by the name of its key; null where it is free.</summary>
    public IReadOnlyList<(string Code, string Name)>? OptionsOf(string path, string key) => key switch
    {
        "kinds" when path != "units.kinds" => [.. Contest.Units.Kinds.Select(kind => (kind.Code, Language.Say(kind.Name)))],
        "block" or "blocks" when path != "units.blocks" && Within("units.blocks", "code", "name") is { Count: > 0 } blocks => blocks,
        "block" or "blocks" => [.. Contest.Units.Blocks.Select(block => (block.Code, Language.Say(block.Name)))],
        "sizes" when Contest.Units.Sizes.Count > 0 => [.. Contest.Units.Sizes.Select(size => (size.Code, Language.Say(size.Name)))],
        "division" or "divisions" when Contest.Divisions.Count > 0 => [.. Contest.Divisions.Select(division => (division.Code, Language.Say(division.Name)))],
        "lists" when Contest.Lists.Count > 0 => [.. Contest.Lists.Select(list => (list.Code, Language.Say(list.Name)))],
        "identity" or "field" => Within("registration.fields", "code", "label") is { Count: > 0 } fields ? fields
            : [.. Contest.Registration.Fields.Select(field => (field.Code, Language.Say(field.Label)))],
        _ => null,
    };

    /// <summary>The items of a list of this very form, as they now are in it.</summary>
    private List<(string Code, string Name)> Within(string list, string code, string name) =>
    [
        .. Enumerable.Range(0, Values.Count(list)).Select(index => (Values[$"{list}[{index}].{code}"], Values[$"{list}[{index}].{name}.vi"])).Where(item => item.Item1.Length > 0),
    ];
}
