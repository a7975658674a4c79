using HoiThi.Formats;
using HoiThi.Formats.Forms;
using HoiThi.Server.Manage.Setup;
using HoiThi.Server.Site;

namespace HoiThi.Server.Tests.Manage.Setup;

/// <summary>Every key and word of contest.yaml has Vietnamese words on the screens of the set-up.</summary>
public sealed class SetupWordsTests
{
    [Fact]
    public void Every_key_and_every_word_of_the_file_has_vietnamese_words()
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        Look(ContestForm.All, missing);
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_of_the_file_is_on_a_page_or_edited_elsewhere()
    {
        var elsewhere = new[] { "banner", "pages", "documents", "news", "rehearsal" };
        SetupSection.All.SelectMany(section => section.Keys).Concat(elsewhere).Order(StringComparer.Ordinal)
            .ShouldBe(ContestForm.All.Keys.Select(key => key.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("'minutes' is '999'", "a whole number, 1–180", "Cần một số nguyên từ 1 đến 180.")]
    [InlineData("'title' is empty", "a text of 1–5,000 characters, or one each for vi and en", "Hãy điền ô này.")]
    [InlineData("there is no kind 'so' (did you mean 'sở'?)", "one of agency", "Không có “so” trong hội thi này.")]
    [InlineData("the window closes at 2026-01-02 17:30, not after it opens", "a time after 2026-01-12 07:30", "Giờ đóng (2026-01-02 17:30) phải sau giờ mở.")]
    [InlineData("something new", "something else", "something new; expected something else")]
    public void Mistakes_are_said_in_vietnamese_where_there_are_words(string what, string expected, string said) =>
        Language.Vietnamese.Mistake(new Mistake("contest.yaml", 1, 1, "", what, expected)).ShouldBe(said);

    private static void Look(FormPart part, HashSet<string> missing)
    {
        switch (part)
        {
            case GroupPart group:
                foreach (var key in group.Keys)
                {
                    if (!SetupWords.Knows($"{group.Name}.{key.Name}"))
                    {
                        missing.Add($"{group.Name}.{key.Name}");
                    }

                    Look(key.Part, missing);
                }

                break;
            case ListPart list:
                Look(list.Item, missing);
                break;
            case FormsPart forms:
                foreach (var form in forms.Forms)
                {
                    Look(form.Group, missing);
                }

                break;
            case WordPart words:
                missing.UnionWith(words.Words.Select(word => $"{words.Name}:{word.Word}").Where(word => !SetupWords.KnowsWord(word)));
                break;
            case SetPart words:
                missing.UnionWith(words.Words.Select(word => $"{words.Name}:{word.Word}").Where(word => !SetupWords.KnowsWord(word)));
                break;
        }
    }
}
