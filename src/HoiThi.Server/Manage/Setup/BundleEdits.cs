using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Formats;
using HoiThi.Formats.Contests;

namespace HoiThi.Server.Manage.Setup;

/// <summary>A contest with another definition: what stands beside it goes with what names it.</summary>
internal static class BundleEdits
{
    /// <summary>The contest with the definition and every rule it then breaks; null where it names questions that are not there.</summary>
    public static (ContestBundle? Bundle, ValueList<Mistake> Mistakes) With(this ContestBundle bundle, Contest definition)
    {
        var banks = QuestionSlot.Of(bundle.Contest).Zip(bundle.Banks).DistinctBy(pair => pair.First.File, StringComparer.Ordinal)
            .ToDictionary(pair => pair.First.File, pair => pair.Second, StringComparer.Ordinal);
        var slots = QuestionSlot.Of(definition).ToList();
        var missing = slots.Where(slot => !banks.ContainsKey(slot.File))
            .Select(slot => new Mistake(ContestYaml.FileName, 0, 0, slot.Path, $"there is no file '{slot.File}'", "a file of the contest, or nothing: sealed later from the bank")).ToValueList();
        if (missing.Count > 0)
        {
            return (null, missing);
        }

        var people = bundle.Contest.Lists.Zip(bundle.Lists).ToDictionary(pair => pair.First.Code, pair => pair.Second, StringComparer.Ordinal);
        var named = definition.Pages.SelectMany(page => new[] { page.File, ContestFolder.EnglishFile(page) })
            .Concat(definition.Documents.Select(document => document.File)).Append(definition.Banner).ToHashSet(StringComparer.Ordinal);
        var changed = bundle with
        {
            Contest = definition,
            Banks = slots.Select(slot => banks[slot.File]).ToValueList(),
            Files = bundle.Files.Where(file => named.Contains(file.Path)).ToValueList(),
            Lists = definition.Lists.Select(list => people.GetValueOrDefault(list.Code) ?? []).ToValueList(),
        };
        return (changed, changed.Check());
    }

    /// <summary>The contest with a file added, or in place of the one of its name.</summary>
    public static ContestBundle WithFile(this ContestBundle bundle, string path, byte[] content) => bundle with
    {
        Files = bundle.Files.Where(file => file.Path != path).Append(new ContestFile(path, () => new MemoryStream(content))).ToValueList(),
    };
}
