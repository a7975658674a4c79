namespace HoiThi.Formats.Tests.Contests;

public class MistakeTests
{
    private const string Contest = "contest.yaml";
    private const string First = "questions/1.yaml";
    private const string Second = "questions/2.yaml";
    private const string Units = "units.csv";

    [Theory]
    // The form of a file.
    [InlineData(Contest, "slug: sample-2026\n", "", "contest.yaml:2: the file has no 'slug'; expected 3–60 of a–z, 0–9 and single hyphens")]
    [InlineData(Contest, "slug: sample-2026\n", "slug: sample-2026\nslug: other\n", "contest.yaml:3: 'slug' is given twice; expected each key once")]
    [InlineData(Contest, "slug: sample-2026", "slug: Sample", "contest.yaml:2: 'slug' is 'Sample'; expected 3–60 of a–z, 0–9 and single hyphens")]
    [InlineData(Contest, "graceSeconds:", "grace_seconds:", "contest.yaml:46: unknown key 'grace_seconds' (did you mean 'graceSeconds'?); expected one of minutes, graceSeconds, shuffleQuestions, shuffleChoices, point")]
    [InlineData(Contest, "minutes: 10", "minutes: ten", "contest.yaml:45: 'minutes' is 'ten'; expected a whole number, 1–180")]
    [InlineData(Contest, "minutes: 10", "minutes: \"10\"", "contest.yaml:45: 'minutes' is '10' in quotes; expected a whole number, 1–180")]
    [InlineData(Contest, "minutes: 10", "minutes: 0", "contest.yaml:45: 'minutes' is '0'; expected a whole number, 1–180")]
    [InlineData(Contest, "minutes: 10", "minutes:", "contest.yaml:45: 'minutes' has no value; expected a whole number, 1–180")]
    [InlineData(Contest, "minutes: 10", "minutes: [10]", "contest.yaml:45: 'minutes' is a list; expected a whole number, 1–180")]
    [InlineData(Contest, "point: 2.5", "point: 2.555", "contest.yaml:49: 'point' is '2.555'; expected a number with at most two decimals, 0.01–1000")]
    [InlineData(Contest, "counts: best", "counts: Best", "contest.yaml:52: 'counts' is 'Best' (did you mean 'best'?); expected one of best, first, last")]
    [InlineData(Contest, "shortTitle: Mẫu", "shortTitle: \"\"", "contest.yaml:4: 'shortTitle' is empty; expected a text of 1–5,000 characters")]
    [InlineData(Contest, "shortTitle: Mẫu", "shortTitle: [Mẫu]", "contest.yaml:4: 'shortTitle' is a list; expected a text of 1–5,000 characters, or one each for vi and en")]
    [InlineData(Contest, "shortTitle: Mẫu", "shortTitle: \"a\\0\"", "contest.yaml:4: 'shortTitle' has the control character U+0000; expected a text of 1–5,000 characters")]
    [InlineData(Contest, "opens: 2026-01-12 07:30", "opens: 12/01/2026 07:30", "contest.yaml:90: 'opens' is '12/01/2026 07:30'; expected a date and time as yyyy-MM-dd HH:mm")]
    [InlineData(Contest, "date: 2026-01-05", "date: 2026-13-05", "contest.yaml:106: 'date' is '2026-13-05'; expected a date as yyyy-MM-dd")]
    [InlineData(Contest, "timeZone: Asia/Ho_Chi_Minh", "timeZone: Asia/Hanoi", "contest.yaml:7: 'timeZone' is 'Asia/Hanoi'; expected the IANA name of a time zone, as in Asia/Ho_Chi_Minh")]
    [InlineData(Contest, "timeZone: Asia/Ho_Chi_Minh", "timeZone: SE Asia Standard Time", "contest.yaml:7: 'timeZone' is 'SE Asia Standard Time'; expected the IANA name of a time zone, as in Asia/Ho_Chi_Minh")]
    [InlineData(First, "      - wrong: 1\n      - right: 2\n    expl", "      - right: 2\n    expl", "questions/1.yaml:10: 'choices' has 1 items; expected a list of 2–8")]
    [InlineData(First, "- wrong: 1", "- maybe: 1", "questions/1.yaml:10: unknown key 'maybe'; expected one of right, wrong")]
    [InlineData(First, "- wrong: 1", "- wrong: 1\n        right: 3", "questions/1.yaml:10: item 1 of 'choices' has 2 keys; expected one key, 'right: …' or 'wrong: …'")]
    // Units, their classes and targets.
    [InlineData(Contest, "    - code: outside", "    - code: agency", "contest.yaml:17: kind 'agency' is on line 14 already; expected each kind once|units.csv:4: there is no kind 'outside'; expected one of agency")]
    [InlineData(Contest, "      block: city\n    - code: outside", "      block: cty\n    - code: outside", "contest.yaml:16: there is no block 'cty' (did you mean 'city'?); expected one of city")]
    [InlineData(Contest, "      block: city\n    - code: outside", "      block: city\n      eligible: false\n    - code: outside", "contest.yaml:13: no kind is eligible, so nobody could register; expected at least one kind without 'eligible: false'")]
    [InlineData(Contest, "kinds: [agency]", "kinds: [agency, school]", "contest.yaml:22: there is no kind 'school'; expected one of agency, outside")]
    [InlineData(Contest, "kinds: [agency]", "kinds: [agency, outside, agency]", "contest.yaml:22: kind 'agency' is on line 22 already; expected each kind once")]
    // The registration form.
    [InlineData(Contest, "identity: phone", "identity: telephone", "contest.yaml:26: there is no field 'telephone'; expected one of name, phone, unit, size")]
    [InlineData(Contest, "identity: phone", "identity: name", "contest.yaml:26: the field 'name' does not tell people apart; expected a field of type citizen-id, identity-document, member-number, phone, email or text")]
    [InlineData(Contest, "hint: Số đang dùng", "required: false", "contest.yaml:26: the field 'phone' may be left empty; expected a required field")]
    [InlineData(Contest, "type: unit", "type: full-name", "contest.yaml:28: no field has the type unit; expected exactly one required field of type unit|contest.yaml:37: a second field has the type full-name; expected exactly one required field of type full-name")]
    [InlineData(Contest, "label: Đơn vị", "label: Đơn vị\n      required: false", "contest.yaml:39: the field of type unit may be left empty; expected exactly one required field of type unit")]
    [InlineData(Contest, "- code: unit", "- code: phone", "contest.yaml:36: field 'phone' is on line 32 already; expected each field once")]
    [InlineData(Contest, "options: [S, M, L]", "options: [S]", "contest.yaml:43: the field 'size' has 1 options; expected at least two where the type is choice")]
    [InlineData(Contest, "options: [S, M, L]", "options: [S, S]", "contest.yaml:43: option 'S' is on line 43 already; expected each option once")]
    [InlineData(Contest, "type: choice", "type: text", "contest.yaml:43: the field 'size' has options; expected options only where the type is choice")]
    // Ranking.
    [InlineData(Contest, "contest: [score, time]", "contest: [score, time, score]", "contest.yaml:59: item 3 is in the chain already; expected each key once")]
    [InlineData(Contest, "prediction:\n  question: Bao nhiêu người?\n  object: participants\n  scope: contest\n", "", "contest.yaml:54: the chain ranks by a prediction that nobody is asked for; expected 'prediction' in the contest, or a chain without it")]
    // Rounds.
    [InlineData(Contest, "number: 2", "number: 3", "contest.yaml:87: item 2 of the rounds has the number 3; expected 2")]
    [InlineData(Contest, "closes: 2026-01-09 17:30", "closes: 2026-01-08 07:30", "contest.yaml:82: the window closes at 2026-01-08 07:30, not after it opens; expected a time after 2026-01-08 07:30")]
    [InlineData(Contest, "opens: 2026-01-08T07:30", "opens: 2026-01-06 23:59", "contest.yaml:81: the window opens at 2026-01-06 23:59, before the one that opens at 2026-01-05 07:30 has closed; expected 2026-01-07 00:00 or later")]
    [InlineData(Contest, "{ topic: law, count: 1 }", "{ topic: laws, count: 1 }", "contest.yaml:86: there is no topic 'laws' (did you mean 'law'?); expected one of law")]
    [InlineData(Contest, "{ topic: law, count: 1 }", "{ topic: law, count: 2 }", "contest.yaml:86: 2 questions on law are to be drawn, and questions/1.yaml has 1 left; expected at most 1")]
    [InlineData(Contest, "difficulty: easy", "difficulty: medium", "contest.yaml:85: 1 medium questions on law are to be drawn, and questions/1.yaml has 0 left; expected a line that can be filled")]
    // Files.
    [InlineData(Contest, "file: pages/rules.md", "file: pages/missing.md", "contest.yaml:101: there is no file 'pages/missing.md'; expected a file in the contest's folder")]
    [InlineData(Contest, "file: pages/rules.md", "file: ../../etc/passwd", "contest.yaml:101: 'file' is '../../etc/passwd'; expected a file within the contest's folder, as in pages/rules.md")]
    [InlineData(Contest, "file: pages/rules.md", "file: /etc/passwd", "contest.yaml:101: 'file' is '/etc/passwd'; expected a file within the contest's folder, as in pages/rules.md")]
    [InlineData(Contest, "file: documents/plan.pdf", "file: questions/1.yaml", "contest.yaml:104: 'questions/1.yaml' would be published; expected a file that is not contest.yaml, the unit list, a list of people or a question file")]
    [InlineData(Contest, "date: 2026-01-02", "date: 2026-01-09", "contest.yaml:109: the notice is newer than the one above it; expected 2026-01-05 or earlier, newest first")]
    // Questions.
    [InlineData(First, "- right: 2", "- wrong: 2", "questions/1.yaml:9: question T1-001 has no right choice; expected at least one 'right: …'")]
    [InlineData(First, "- wrong: 3", "- wrong: 2", "questions/1.yaml:20: choice '2' is on line 19 already; expected each choice once")]
    [InlineData(First, "topic: law\n    difficulty: hard", "topic: lore\n    difficulty: hard", "questions/1.yaml:15: there is no topic 'lore'; expected one of law|contest.yaml:86: 1 questions on law are to be drawn, and questions/1.yaml has 0 left")]
    [InlineData(First, "code: T1-002", "code: t1-001", "questions/1.yaml:14: question 't1-001' is on line 5 already; expected each question once")]
    [InlineData(Second, "code: T2-001", "code: T1-002", "questions/2.yaml:5: question 'T1-002' is in questions/1.yaml:14 already; expected each code once in the contest")]
    [InlineData(Second, "text: Năm nào?\n    choices:\n      - right: 1945", "text: Một  cộng một?\n    choices:\n      - right: 2", "questions/2.yaml:8: question T2-001 is the same as T1-001 (questions/1.yaml:8); expected each question once")]
    // The unit list.
    [InlineData(Units, "home,,agency", "home,,agence", "units.csv:2: there is no kind 'agence' (did you mean 'agency'?); expected one of agency, outside")]
    [InlineData(Units, "awards,home", "home,", "units.csv:3: unit 'home' is on line 2 already; expected each unit once")]
    [InlineData(Units, "awards,home", "awards,hom", "units.csv:3: there is no unit 'hom' (did you mean 'home'?); expected one of home, awards, guests")]
    [InlineData(Units, "home,,agency", "home,awards,agency", "units.csv:2: the units above 'home' lead back to it; expected a tree, whose top has no parent|units.csv:3: the units above 'awards' lead back to it")]
    [InlineData(Units, "Home Affairs,58", "Home Affairs,-1", "units.csv:2: 'headcount' is '-1'; expected a whole number, 0–1,000,000")]
    [InlineData(Units, "Home Affairs,58", "Home Affairs,", "units.csv:2: 'headcount' has no value; expected a whole number, 0–1,000,000")]
    [InlineData(Units, "Home Affairs,58", "Home Affairs", "units.csv:2: the line has 5 cells; expected 6, as the header; quotes around a cell with commas")]
    [InlineData(Units, "headcount\n", "head_count\n", "units.csv:1: unknown column 'head_count' (did you mean 'headcount'?); expected one of code, kind, name_vi, headcount, parent, name_en|units.csv:1: there is no column 'headcount'")]
    [InlineData(Units, "\"Ban Thi đua, Khen thưởng\"", "\"Ban \"Thi đua\"\"", "units.csv:3: the quotes are not in pairs; expected \"\" for a quote within a quoted cell")]
    public void A_mistake_is_reported_where_it_is(string file, string old, string changed, string expected)
    {
        using var folder = new Folder();
        var mistakes = folder.With(file, old, changed).Mistakes();
        var lines = expected.Split('|');
        foreach (var line in lines)
        {
            mistakes.ShouldContain(mistake => mistake.StartsWith(line, StringComparison.Ordinal), string.Join('\n', mistakes));
        }

        mistakes.Length.ShouldBe(lines.Length, string.Join('\n', mistakes));
    }

    [Fact]
    public void Every_mistake_in_every_file_is_reported_at_once()
    {
        using var folder = new Folder();
        folder
            .With(Contest, "minutes: 10", "minutes: 999")
            .With(Contest, "counts: best", "counts: bset")
            .With(Contest, "number: 2", "number: 7")
            .With(Contest, "identity: phone", "identity: fone")
            .With(Contest, "- { topic: history, count: 1 }", "- { topic: history, cuont: 1 }")
            .With(First, "difficulty: easy", "difficulty: simple")
            .With(First, "- wrong: 3", "- wrong: 2")
            .With(Second, "topic: history", "topic: histori")
            .With(Units, ",18", ",many");
        var places = folder.Read().Mistakes.Select(mistake => $"{mistake.File}:{mistake.Line} {mistake.Path}").ToList();
        places.ShouldBe([
            "contest.yaml:26 registration.identity",
            "contest.yaml:45 paper.minutes",
            "contest.yaml:52 attempts.counts",
            "contest.yaml:94 rounds[1].blueprint[0]",
            "contest.yaml:94 rounds[1].blueprint[0]",
            "units.csv:3 [1].headcount",
            "questions/1.yaml:7 questions[0].difficulty",
            "questions/1.yaml:20 questions[1].choices[1]",
            "questions/2.yaml:6 questions[0].topic",
        ]);
    }

    [Fact]
    public void Columns_of_the_unit_list_stand_in_any_order_and_semicolons_will_do()
    {
        using var folder = new Folder();
        var expected = folder.Read().Require().Units;
        File.WriteAllText(folder.Path(Units), "\ufeffheadcount;name_vi;name_en;kind;code;parent\r\n58;Sở Nội vụ;Home Affairs;agency;home;\r\n\r\n18;Ban Thi đua, Khen thưởng;;agency;awards;home\r\n0;Khách;;outside;guests;\r\n");
        folder.Read().Require().Units.Equals(expected).ShouldBeTrue();
    }
}
