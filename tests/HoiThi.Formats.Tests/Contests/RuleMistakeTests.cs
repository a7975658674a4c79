namespace HoiThi.Formats.Tests.Contests;

/// <summary>Combinations of rules that make no sense, one edit of the contest in <c>Rich</c> each, and the words for them.</summary>
public class RuleMistakeTests
{
    private const string Law = "questions/law.yaml";

    [Fact]
    public void The_rules_make_sense_together()
    {
        using var folder = new Folder("Rich");
        folder.Mistakes().ShouldBeEmpty();
        RoundTrip.Check(folder.Read().Require());
    }

    [Theory]
    // Units.
    [InlineData("name: Lớn, from: 50", "name: Lớn, from: 0", "the size band 'large' does not begin above 'small'; expected more than 0, smallest first")]
    [InlineData("sizes: [large], percent", "sizes: [huge], percent", "there is no size band 'huge'; expected one of small, large")]
    [InlineData("kinds: [agency], sizes: [large]", "kinds: [agency]", "the target can be no unit's own: those above fit all of its units first; expected the narrower target above the wider one")]
    // Lists and the ways of coming in.
    [InlineData("role: roster", "role: named", "the method is roster, and no list has that role; expected a list of the role roster")]
    [InlineData("file: lists/helpers.csv", "file: lists/organisers.csv", "file 'lists/organisers.csv' is on line 23 already; expected each file once")]
    [InlineData("method: roster", "method: email", "the method is email, and no address is asked for; expected a required field of type email that is asked before")]
    [InlineData("method: roster", "method: open-id", "the method is open-id, and there is no provider; expected 'provider' with its address and claims")]
    [InlineData("method: roster", "method: account\n  provider: { name: Cổng, issuer: https://id.vn, clientId: a, claims: [{ claim: sub, field: number }] }", "there is a provider, and the method is account; expected 'provider' only where the method is open-id")]
    [InlineData("method: roster", "method: open-id\n  provider: { name: Cổng, issuer: http://id.vn, clientId: a, claims: [{ claim: sub, field: number }] }", "the issuer is 'http://id.vn'; expected an address that begins with https://, or http:// on loopback")]
    [InlineData("method: roster", "method: open-id\n  provider: { name: Cổng, issuer: https://id.vn, clientId: a, claims: [{ claim: sub, field: name }] }", "no claim fills 'number', so that anybody could come in as anybody; expected a claim for 'number', as in { claim: sub, field: number }")]
    [InlineData("method: roster", "method: open-id\n  provider: { name: Cổng, issuer: https://id.vn, clientId: a, claims: [{ claim: sub, field: number }, { claim: n, field: nick }] }", "the field 'nick' is asked after an attempt, and the provider fills it when joining; expected a field that is asked before")]
    [InlineData("method: roster", "method: open-id\n  provider: { name: Cổng, issuer: https://id.vn, clientId: a, claims: [{ claim: sub, field: number }, { claim: n, field: nickname }] }", "there is no field 'nickname'; expected one of name, number, unit, born, sex, job, nick")]
    // Fields.
    [InlineData("label: Mã đoàn viên }", "label: Mã đoàn viên, locked: false }", "the field 'number' could be changed, and another person would be meant; expected a field without 'locked: false'")]
    [InlineData("label: Mã đoàn viên }", "label: Mã đoàn viên, ask: after }", "the field 'number' is asked after an attempt; expected a field that is asked before")]
    [InlineData("label: Họ và tên }", "label: Họ và tên, ask: after }", "the field of type full-name is asked after an attempt; expected before")]
    [InlineData("label: Đơn vị }", "label: Đơn vị, ask: after }", "the field of type unit is asked after an attempt; expected before")]
    [InlineData("min: 2, max: 20", "min: 20, max: 2", "nothing is at least 20 and at most 2; expected 20 or more")]
    [InlineData("min: 2, max: 20", "min: 2, max: 201", "'max' is 201 where the type is text; expected a length of 0–200")]
    [InlineData("label: Mã đoàn viên }", "label: Mã đoàn viên, min: 3 }", "'min' is 3 where the type is member-number; expected bounds only where the type is text, number or date")]
    [InlineData("type: text, label: Biệt danh, required: false, ask: after, locked: false, min: 2, max: 20, pattern: '[a-z]+'", "type: date, label: Ngày vào Đoàn, min: 20261301", "'min' is 20261301 where the type is date; expected a day as yyyyMMdd, as in 20231023")]
    [InlineData("pattern: '[a-z]+'", "pattern: '[a-z'", "'[a-z' is not a regular expression; expected one as in ^[A-Z]{2}[0-9]{4}$")]
    [InlineData("pattern: '[a-z]+'", "pattern: '(?=a)b'", "'(?=a)b' looks ahead, behind or back; expected a regular expression without (?=…), (?<=…), (?>…) and \\1")]
    [InlineData("label: Giới tính }", "label: Giới tính, pattern: a }", "the field 'sex' has a pattern; expected a pattern only where the type is text")]
    // Ages.
    [InlineData("minAge: 14", "minAge: 71", "nobody is at least 71 and at most 70 years old; expected 71 or more|nobody younger than 71 may register")]
    [InlineData("who: { maxAge: 30", "who: { maxAge: 13", "nobody younger than 14 may register; expected 14 or more")]
    [InlineData("who: { maxAge: 30", "who: { minAge: 71", "nobody older than 70 may register; expected 70 or less")]
    [InlineData("who: { maxAge: 30", "who: { minAge: 40, maxAge: 30", "nobody is at least 40 and at most 30 years old; expected 40 or more")]
    [InlineData("type: birth-date, label: Ngày sinh", "type: birth-date, label: Ngày sinh, ask: after", "the rule needs an age, and nothing that is asked for tells it; expected a required field of type birth-date, or of type citizen-id or identity-document (the year of birth alone), asked before|the rule needs an age")]
    [InlineData("type: birth-date, label: Ngày sinh", "type: citizen-id, label: Số CCCD", "the prize goes by the day of birth, and nobody is asked for it; expected a required field of type birth-date")]
    // Divisions.
    [InlineData("who: { maxAge: 30, kinds: [agency, village] }", "who: {}", "the class has no condition, so that everybody is in it; expected at least one condition, or the key left out")]
    [InlineData("    who: { maxAge: 30, kinds: [agency, village] }\n", "", "nobody can be in the division 'others': everybody fits 'young'; expected 'who' in 'young', or that one last and none to choose")]
    [InlineData("who: { maxAge: 30, kinds: [agency, village] }", "who: { maxAge: 30 }\n    chosen: true", "nobody can be in the division 'young': everybody fits 'others'; expected 'who' in 'others', or that one last and none to choose")]
    [InlineData("who: { maxAge: 30, kinds", "who: { divisions: [others], kinds", "a division would be told by divisions, which are not known yet; expected other conditions")]
    [InlineData("kinds: [agency, village] }", "kinds: [agenzy, village] }", "there is no kind 'agenzy' (did you mean 'agency'?); expected one of agency, village, guest")]
    [InlineData("kinds: [agency, village] }", "kinds: [agency, agency] }", "kind 'agency' is on line 87 already; expected each kind once")]
    [InlineData("kinds: [agency, village] }", "kinds: [guest] }", "no eligible kind of unit fits, so that nobody is in the class; expected a kind or block with 'eligible' units")]
    [InlineData("kinds: [agency, village] }", "kinds: [village], blocks: [city] }", "no eligible kind of unit fits, so that nobody is in the class")]
    [InlineData("kinds: [agency, village] }", "blocks: [town] }", "there is no block 'town'; expected one of city, rural")]
    [InlineData("kinds: [agency, village] }", "lists: [organisers] }", "people on a barred list may not take part, so that nobody is in the class; expected a list of another role")]
    [InlineData("kinds: [agency, village] }", "lists: [leaders] }", "there is no list 'leaders'; expected one of organisers, helpers, members")]
    [InlineData("kinds: [agency, village] }", "answers: [{ field: name, in: [An] }] }", "the field 'name' is of type full-name; expected a field of type choice or sex")]
    [InlineData("kinds: [agency, village] }", "answers: [{ field: sex, in: [nam] }] }", "there is no option 'nam'; expected one of male, female")]
    [InlineData("kinds: [agency, village] }", "answers: [{ field: job, in: [Nông dân] }] }", "there is no option 'Nông dân'; expected one of Cán bộ, Sinh viên")]
    [InlineData("kinds: [agency, village] }", "answers: [{ field: work, in: [Nông dân] }] }", "there is no field 'work'; expected one of name, number, unit, born, sex, job, nick")]
    [InlineData("code: others\n", "code: young\n", "division 'young' is on line 85 already; expected each division once")]
    [InlineData("- { division: young,", "- { division: yuong,", "there is no division 'yuong' (did you mean 'young'?); expected one of young, others")]
    // Calendar.
    [InlineData("until: 2026-03-20, opens: 07:30", "until: 2026-03-08, opens: 07:30", "the pattern ends on 2026-03-08, before it begins; expected 2026-03-09 or later")]
    [InlineData("until: 2026-03-20, opens: 07:30", "until: 2036-03-20, opens: 07:30", "the pattern spans 3665 days; expected at most 400")]
    [InlineData("days: [sat], from: 2026-03-09, until: 2026-03-20", "days: [sun], from: 2026-03-09, until: 2026-03-14", "no day from 'from' until 'until' is one of the days, or all are excepted; expected at least one window")]
    [InlineData("days: [sat]", "days: [sat, sat]", "day 'sat' is on line 123 already; expected each day once")]
    [InlineData("days: [sat]", "days: [saturday]", "item 1 of 'days' is 'saturday'; expected one of mon, tue, wed, thu, fri, sat, sun")]
    [InlineData("opens: 20:00, closes: 24:00", "opens: 24:00, closes: 02:00", "'opens' is '24:00'; expected a time of day as HH:mm")]
    // Rounds.
    [InlineData("    practice: true", "    practice: true\n    prizes: [{ name: Nhất, count: 1, amount: 5 }]", "a practice round's attempts count nowhere, and it has prizes; expected no 'prizes' where 'practice: true' stands")]
    [InlineData("    practice: true", "    practice: true\n    prediction: { question: Mấy?, object: attempts, scope: contest }", "a practice round's attempts count nowhere, and it has a prediction; expected no 'prediction' where 'practice: true' stands")]
    [InlineData("secondsPerQuestion: 10", "graceSeconds: 10", "round 3 is live, and its questions have no time of their own; expected 'secondsPerQuestion'")]
    [InlineData("perWindow: 1 }", "perWindow: 2 }", "round 3 is live: a second attempt would begin in the middle of the sitting; expected 'perWindow: 1'")]
    // Paper.
    [InlineData("secondsPerQuestion: 10", "secondsPerQuestion: 301", "3 questions of 301 seconds take 15.05 minutes, and the shortest window is 15; expected fewer questions or seconds, or more time")]
    [InlineData("paper:\n  minutes: 10", "paper:\n  minutes: 1\n  secondsPerQuestion: 30", "3 questions of 30 seconds take 1.5 minutes, and 'minutes' is 1; expected fewer questions or seconds, or more time")]
    // Attempts.
    [InlineData("perDay: 2", "perDay: 7", "the limit of 7 can never be reached, because 'perWeek' is 6; expected at most 6")]
    [InlineData("perContest: 20", "perContest: 7", "the limit of 8 can never be reached, because 'perContest' is 7; expected at most 7")]
    // Predictions and chains.
    [InlineData("scope: contest\n", "scope: round\n", "the chain of the contest ranks by a prediction, and that of round 2 is about the round; expected a prediction of the scope contest, or a chain without it")]
    [InlineData("[score, prediction, time, random]", "[score, random, time]", "item 3 stands behind random, which leaves nothing to decide; expected random as the last key")]
    // Prizes.
    [InlineData("amount: 1000000 }\n    - name: Cùng chia", "amount: 1000000, pot: 5 }\n    - name: Cùng chia", "the prize has an amount for each winner and a pot that all share; expected one of 'amount' and 'pot'")]
    [InlineData("limit: only-higher", "limit: only-higher\n      barredRounds: 1", "the limit is only-higher, which chooses among the prizes of all rounds at the end; expected no 'barredRounds', or another limit")]
    [InlineData("        - { name: Giải Nhất, count: 1, amount: 1000000 }", "        - { name: Giải Nhất, count: 1 }", "the limit is only-higher, which compares amounts, and the prize has none; expected 'amount' in đồng beside every prize")]
    [InlineData("        - { name: Giải Nhất, count: 1, amount: 1000000 }", "        - { name: Giải Nhất, amount: 1000000 }", "the prize does not say how many of it there are, so that every entrant wins it; expected 'count', a 'pot' that all share, or 'conditions'")]
    [InlineData("        - { name: Giải Nhất, count: 1, amount: 1000000 }", "        - { name: Giải Nhất, count: 1, amount: 1, for: { divisions: [others] } }", "the prize is given in the division 'young' and is for others, so that nobody can win it; expected no 'divisions', or young among them")]
    [InlineData("for: { divisions: [young],", "for: { lists: [helpers],", "people on a list of the role no-prize win nothing; expected a list of another role")]
    [InlineData("for: { divisions: [young],", "for: { divisions: [yung],", "there is no division 'yung' (did you mean 'young'?); expected one of young, others")]
    [InlineData("conditions: { completeData: true }", "conditions: { completeData: false }", "the conditions ask for nothing; expected perfect, minScore or completeData, or the key left out")]
    [InlineData("- { by: division, most: 5 }", "- { by: unit, most: 5 }\n        - { by: unit, most: 6 }", "quota 'unit' is on line 73 already; expected each quota once")]
    [InlineData("collective:\n", "stages:\n  - { title: Chặng, rounds: [2, 9], prizes: [{ name: Nhất, count: 1 }] }\ncollective:\n", "there is no round 9; expected 1–3")]
    [InlineData("collective:\n", "stages:\n  - { title: Chặng, rounds: [1, 2], prizes: [{ name: Nhất, count: 1 }] }\ncollective:\n", "round 1 is for practice, and its attempts count nowhere; expected a round without 'practice: true'")]
    [InlineData("collective:\n", "stages:\n  - { title: Chặng, rounds: [3, 2], prizes: [{ name: Nhất, count: 1 }] }\ncollective:\n", "round 2 does not come after round 3; expected each round once, in ascending order|the stage is of all rounds, which is the contest")]
    [InlineData("collective:\n", "stages:\n  - { title: Chặng, rounds: [2], prizes: [{ name: Nhất, count: 1 }] }\ncollective:\n", "'rounds' has 1 items; expected a list of 2–200")]
    [InlineData("        - { name: Giải Nhất, count: 1, amount: 1000000 }", "        - { name: Giải Nhất, count: 1, amount: 1000000, amongWinners: true }", "the prize is for winners of other prizes, and there are none before it; expected a prize without 'amongWinners'")]
    [InlineData("- { name: Trẻ nhất, count: 1, by: youngest }", "- { name: Trẻ nhất, by: youngest, amongWinners: true }", "the prize is for winners and does not say how many of it there are; expected 'count', or a 'pot' that they share")]
    [InlineData("collective:\n", "jury:\n  - { code: a, name: A, prizes: [{ name: N, count: 1 }] }\n  - { code: a, name: B, prizes: [{ name: N, count: 1 }] }\ncollective:\n", "award 'a' is on line 95 already; expected each award once")]
    [InlineData("slug: rich-2026", "slug: rich-2026\nrehearsal: { slug: rich-2025, round: 1 }", "a copy of 'rich-2025' to rehearse with is called 'rich-2025-dien-tap', and this contest is not; expected no 'rehearsal' in a real contest")]
    // Publication.
    [InlineData("place: after-round", "place: at-once", "the place would be shown at-once and give away the result, which is shown after-round; expected after-round or later")]
    [InlineData("answers: after-round", "answers: at-once", "which answers are right would be shown at-once and give away the result, which is shown after-round; expected after-round or later")]
    [InlineData("explanations: after-contest", "explanations: at-once", "the right answers would be shown at-once and give away the result, which is shown after-round; expected after-round or later")]
    [InlineData("standings: after-round", "standings: at-once", "the public board would be shown at-once and give away the result, which is shown after-round; expected after-round or later|the board of round 3 is frozen for 60 minutes, and the round lasts 15; expected less than 15")]
    [InlineData("result: after-round", "result: when-approved", "which answers are right would be shown after-round and give away the result, which is shown when-approved; expected when-approved or later|the right answers|the place|the public board")]
    [InlineData("result: after-round", "result: never", "which answers are right would be shown after-round and give away the result, which is shown never; expected never, as the result|the right answers|the place|the public board")]
    // Collective awards.
    [InlineData("among: { kinds: [agency], blocks: [city] }", "among: { kinds: [agencies], blocks: [city] }", "there is no kind 'agencies'; expected one of agency, village, guest")]
    [InlineData("among: { kinds: [agency], blocks: [city] }", "among: { kinds: [agency], blocks: [rural] }", "none of the kinds is in one of the blocks, so that no unit is compared; expected blocks of these kinds")]
    [InlineData("among: { kinds: [agency], blocks: [city] }", "among: { sizes: [tiny] }", "there is no size band 'tiny'; expected one of small, large")]
    [InlineData("- { share: 30 }", "- { share: 30, target: true }", "the gate asks for 2 things; expected exactly one of share, target, compulsory, atLeast")]
    [InlineData("- { share: 30 }", "- {}", "the gate asks for 0 things; expected exactly one of share, target, compulsory, atLeast")]
    [InlineData("atLeast: { measure: winners", "atLeast: { measure: prize-points", "prize-points needs numbers of its own, which only a term of the score has; expected a measure without numbers of its own")]
    [InlineData("- { measure: share, weight: 0.5 }", "- { measure: share, best: 5 }", "'best' says nothing about this measure; expected 'best' only where the measure is best-total")]
    [InlineData("measure: best-total, best: 5", "measure: best-total", "the measure best-total has no 'best'; expected 'best' beside it")]
    [InlineData(", points: [5, 3, 1]", "", "the measure prize-points has no 'points'; expected 'points' beside it")]
    [InlineData("ranks: [entrants, winners], top: 10", "top: 10", "the measure rank-points has no 'ranks'; expected 'ranks' beside it")]
    [InlineData("ranks: [entrants, winners], top: 10", "ranks: [entrants, winners]", "the measure rank-points has no 'top'; expected 'top' beside it")]
    [InlineData("ranks: [entrants, winners]", "ranks: [entrants, entrants]", "list 'entrants' is on line 108 already; expected each list once")]
    [InlineData("tieBreak: [entrants, winners]", "tieBreak: [entrants, rank-points]", "rank-points needs numbers of its own, which only a term of the score has; expected a measure without numbers of its own")]
    [InlineData("tieBreak: [entrants, winners]", "tieBreak: [entrants, entrants]", "measure 'entrants' is on line 109 already; expected each measure once")]
    [InlineData("    prizes:\n      - { name: Nhất, count: 1 }\n", "", "units can win nothing in the award 'best'; expected prizes, or 'advance' above 0")]
    [InlineData("block: city, compulsory: true", "block: city", "everybody who must take part has to have done so, and nobody must; expected a list of the role compulsory, or a kind with 'compulsory: true'")]
    [InlineData("  targets:\n    - { kinds: [agency], sizes: [large], percent: 30 }\n    - { kinds: [agency], percent: 50 }\n", "", "units have to reach their participation target, and there are none; expected 'targets' of the units")]
    public void A_combination_that_makes_no_sense_is_refused_in_words(string old, string changed, string expected) =>
        ShouldReport("contest.yaml", old, changed, expected);

    [Theory]
    [InlineData(Law, "    number: { value: 3.14, tolerance: 0.01 }\n", "", "question L-2 has nothing to answer; expected exactly one of choices, number, essay")]
    [InlineData(Law, "number: { value: 3.14, tolerance: 0.01 }", "number: { value: 3.14 }\n    essay: { words: 10 }", "question L-2 has 2 kinds of answers; expected exactly one of choices, number, essay")]
    [InlineData(Law, "number: { value: 3.14, tolerance: 0.01 }", "number: { value: 3.14, tolerance: -1 }", "'tolerance' is '-1'; expected a number with at most six decimals, 0 or more")]
    [InlineData(Law, "number: { value: 3.14, tolerance: 0.01 }", "number: { value: 3.14 }\n    keepOrder: true", "question L-2 keeps the order of choices that it does not have; expected 'keepOrder' only beside 'choices'")]
    [InlineData(Law, "number: { value: 3.14, tolerance: 0.01 }", "number: { value: 3.14 }\n    point: 0", "question L-2 gives no points; expected 0.01 or more; 0 only where a text is asked for and not marked")]
    [InlineData(Law, "text: Viết về Pi.\n    essay: { words: 200 }", "text: Số Pi?\n    number: { value: 3.1 }", "question L-3 is the same as L-2 (questions/law.yaml:14); expected each question once")]
    [InlineData("questions/young.yaml", "code: Y-1", "code: L-1", "question 'L-1' is in questions/law.yaml:4 already; expected each code once in the contest")]
    public void A_question_that_makes_no_sense_is_refused_in_words(string file, string old, string changed, string expected) =>
        ShouldReport(file, old, changed, expected);

    [Theory]
    [InlineData("members", "CB-004", "cb-003", "lists/members.csv:3: person 'cb-003' is on line 2 already; expected each person once")]
    [InlineData("members", "CB-004", "C B-003", "lists/members.csv:3: 'C B-003' is on line 2 already, written otherwise; expected each person once")]
    [InlineData("members", "CB-004", "CB+004", "lists/members.csv:3: 'CB+004' is no member-number, by which the contest tells people apart; expected a value of the field 'number'")]
    [InlineData("members", "village-1,739201", "village-1,", "lists/members.csv:3: the person has no code, and people come in by the code of this list; expected a code in every line of a roster")]
    [InlineData("members", "village-1,", "village-9,", "lists/members.csv:3: there is no unit 'village-9'; expected the code of a unit of the unit list")]
    [InlineData("members", "identity,", "identify,", "lists/members.csv:1: unknown column 'identify' (did you mean 'identity'?); expected one of identity, name, unit, code|lists/members.csv:1: there is no column 'identity'")]
    public void A_list_of_people_that_makes_no_sense_is_refused_in_words(string list, string old, string changed, string expected)
    {
        using var folder = new Folder("Rich");
        var mistakes = folder.With($"lists/{list}.csv", old, changed).Mistakes();
        var all = string.Join('\n', mistakes);
        expected.Split('|').ShouldAllBe(part => all.Contains(part, StringComparison.Ordinal), all);
        mistakes.Length.ShouldBe(expected.Split('|').Length, all);
    }

    [Fact]
    public void A_unit_answers_for_its_compulsory_people_only_if_it_is_known()
    {
        using var folder = new Folder("Rich");
        folder.With("contest.yaml", "role: no-prize", "role: compulsory").With("lists/helpers.csv", "home", "").Mistakes().ShouldHaveSingleItem()
            .ShouldEndWith("a collective award asks whether a unit's people have all taken part; expected a unit in every line of a compulsory list");
    }

    [Fact]
    public void A_share_of_no_headcount_is_refused()
    {
        using var folder = new Folder("Rich");
        folder.With("units.csv", ",58", ",0").With("units.csv", ",300", ",0").Mistakes().ShouldHaveSingleItem()
            .ShouldEndWith("the award 'best' measures shares of the headcount, and no unit has one; expected headcounts in the unit list");
    }

    private static void ShouldReport(string file, string old, string changed, string expected)
    {
        using var folder = new Folder("Rich");
        var mistakes = folder.With(file, old, changed).Mistakes();
        var all = string.Join('\n', mistakes);
        mistakes.Length.ShouldBe(expected.Split('|').Length, all);
        foreach (var part in expected.Split('|'))
        {
            all.ShouldContain($": {part}", Case.Sensitive);
        }
    }
}
