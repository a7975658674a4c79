using HoiThi.Core.Questions;

namespace HoiThi.Formats.Tests.Banks;

/// <summary>The same questions in the styles in which offices write them.</summary>
internal static class ClerkStyles
{
    private const string Bold = "<w:b/>";

    public static IReadOnlyDictionary<string, Func<IReadOnlyList<Question>, byte[]>> All { get; } = new Dictionary<string, Func<IReadOnlyList<Question>, byte[]>>(StringComparer.Ordinal)
    {
        ["in-dam"] = questions => Lines(new Clerk(1), questions, "Câu {0}: ", Bold, "{0}. ", Bold).Save(),
        ["gach-chan"] = questions => Lines(new Clerk(2, decomposed: true), questions, "Câu hỏi {0}. ", "", "{1}) ", "<w:u w:val=\"single\"/>").Save(),
        ["dap-an-duoi"] = questions => KeyBelow(new Clerk(3), questions).Save(),
        ["mot-dong-mau-do"] = questions => OneLine(new Clerk(4), questions).Save(),
        ["hai-dong-to-nen"] = questions => TwoLines(new Clerk(5), questions).Save(),
        ["danh-so-tu-dong"] = Automatic,
        ["o-bang-dau-sao"] = InCells,
        ["bang-nhieu-cot"] = Columns,
        ["chuong-va-danh-sach-dap-an"] = questions => KeyList(new Clerk(9), questions, 1).Save(),
        ["hon-hop-100"] = Mixed,
    };

    private static Clerk Title(Clerk clerk) => clerk
        .Line(("BỘ CÂU HỎI TÌM HIỂU CẢI CÁCH HÀNH CHÍNH", Bold))
        .Line(("(Kèm theo Kế hoạch số 274/KH-UBND)", "<w:i/>"))
        .Line("");

    private static Clerk Lines(Clerk clerk, IReadOnlyList<Question> questions, string start, string startLook, string label, string keyLook)
    {
        Title(clerk);
        foreach (var (index, question) in questions.Index())
        {
            clerk.Line((string.Format(null, start, index + 1), startLook), (question.Text.Vi, startLook));
            foreach (var (choice, each) in question.Choices.Index())
            {
                clerk.Line((string.Format(null, label, (char)('A' + choice), (char)('a' + choice)), ""), (each.Text.Vi, each.Right ? keyLook : ""));
            }

            clerk.Line("");
        }

        return clerk;
    }

    private static Clerk KeyBelow(Clerk clerk, IReadOnlyList<Question> questions, int first = 1)
    {
        foreach (var (index, question) in questions.Index())
        {
            clerk.Line($"{index + first}) {question.Text.Vi}");
            foreach (var (choice, each) in question.Choices.Index())
            {
                clerk.Line($"{(char)('A' + choice)}/ {each.Text.Vi}");
            }

            clerk.Line(("Đáp án: ", "<w:i/>"), (Key(question), Bold)).Line($"Giải thích: {question.Explanation?.Vi ?? "xem tài liệu."}");
        }

        return clerk;
    }

    private static Clerk OneLine(Clerk clerk, IReadOnlyList<Question> questions)
    {
        Title(clerk);
        foreach (var (index, question) in questions.Index())
        {
            clerk.Line(($"Câu {index + 1}. ", Bold), (question.Text.Vi, ""));
            clerk.Line([.. question.Choices.Index().SelectMany(choice => new[]
            {
                ($"{(choice.Index > 0 ? "\t" : "")}{(char)('A' + choice.Index)}. ", Bold),
                (choice.Item.Text.Vi, choice.Item.Right ? "<w:color w:val=\"FF0000\"/>" : "<w:color w:val=\"1F1F1F\"/>"),
            })]);
        }

        return clerk;
    }

    private static Clerk TwoLines(Clerk clerk, IReadOnlyList<Question> questions)
    {
        foreach (var (index, question) in questions.Index())
        {
            clerk.Line(($"Câu {index + 1} (NB). ", Bold), (question.Text.Vi, ""));
            foreach (var pair in question.Choices.Index().Chunk(2))
            {
                clerk.Line([.. pair.SelectMany((choice, place) => new[]
                {
                    ($"{(place > 0 ? "      " : "")}{(char)('A' + choice.Index)}. ", ""),
                    (choice.Item.Text.Vi, choice.Item.Right ? "<w:highlight w:val=\"yellow\"/>" : ""),
                })]);
            }
        }

        return clerk;
    }

    private static byte[] Automatic(IReadOnlyList<Question> questions)
    {
        var clerk = new Clerk(6)
        {
            Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Câu %1:\"/></w:lvl>"
                + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperLetter\"/><w:lvlText w:val=\"%2.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        };
        foreach (var question in questions)
        {
            clerk.Numbered(0, (question.Text.Vi, Bold));
            foreach (var choice in question.Choices)
            {
                clerk.Numbered(1, (choice.Text.Vi, ""));
            }
        }

        clerk.Line(("BẢNG ĐÁP ÁN", Bold));
        return clerk.Table(questions.Index().Chunk(10).SelectMany(row => new[]
        {
            row.Select(each => Clerk.Cell($"{each.Index + 1}")).Prepend(Clerk.Cell("Câu", Bold)),
            row.Select(each => Clerk.Cell(Key(each.Item))).Prepend(Clerk.Cell("Đáp án", Bold)),
        })).Save();
    }

    private static byte[] InCells(IReadOnlyList<Question> questions)
    {
        var clerk = Title(new Clerk(7));
        foreach (var (index, question) in questions.Index())
        {
            clerk.Line(($"Câu {index + 1}/ ", Bold), (question.Text.Vi, ""));
            var cells = question.Choices.Index().Select(choice => Clerk.Cell($"{(choice.Item.Right ? "*" : "")}{(char)('A' + choice.Index)}. {choice.Item.Text.Vi}")).ToList();

            // Lettered down the columns, as people do; read it is along the rows.
            clerk.Table(cells.Count == 4 ? [[cells[0], cells[2]], [cells[1], cells[3]]] : cells.Chunk(2));
        }

        return clerk.Save();
    }

    private static byte[] Columns(IReadOnlyList<Question> questions) => Title(new Clerk(8))
        .Table(questions
            .Select((question, index) => question.Choices.Select(choice => Clerk.Cell(choice.Text.Vi))
                .Concat(Enumerable.Repeat(Clerk.Cell(""), 4 - question.Choices.Count))
                .Prepend(Clerk.Cell(question.Text.Vi))
                .Prepend(Clerk.Cell($"{index + 1}"))
                .Append(Clerk.Cell(Key(question))))
            .Prepend(((string[])["STT", "Nội dung câu hỏi", "Phương án A", "Phương án B", "Phương án C", "Phương án D", "Đáp án đúng"]).Select(name => Clerk.Cell(name, Bold))))
        .Save();

    private static Clerk KeyList(Clerk clerk, IReadOnlyList<Question> questions, int first)
    {
        foreach (var (part, group) in questions.Index().GroupBy(question => question.Item.Topic, StringComparer.Ordinal).Index())
        {
            clerk.Heading(1, $"Chương {part + 1}. {group.Key}");
            foreach (var (index, question) in group)
            {
                clerk.Line(("Câu ", Bold), ($"{index + first}", Bold), (". ", Bold), (question.Text.Vi, ""));
                foreach (var (choice, each) in question.Choices.Index())
                {
                    clerk.Line($"{(char)('A' + choice)}. {each.Text.Vi}");
                }
            }
        }

        clerk.Line(("---HẾT---", Bold)).Line(("ĐÁP ÁN", Bold));
        foreach (var row in questions.Index().Chunk(8))
        {
            clerk.Line(string.Join("   ", row.Select(each => $"{each.Index + first}-{Key(each.Item)}")));
        }

        return clerk;
    }

    // A bank as it grows over years: the first part marked in bold, the second with keys below, the third with a list at the end.
    private static byte[] Mixed(IReadOnlyList<Question> questions)
    {
        var clerk = Lines(new Clerk(10), [.. questions.Take(34)], "Câu {0}: ", Bold, "{0}. ", Bold);
        KeyBelow(clerk, [.. questions.Skip(34).Take(33)], 35);
        return KeyList(clerk, [.. questions.Skip(67)], 68).Save();
    }

    private static string Key(Question question) => string.Concat(question.Choices.Index().Where(choice => choice.Item.Right).Select(choice => (char)('A' + choice.Index)));
}
