using System.Globalization;
using System.Text.Json;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Core.Prizes;
using HoiThi.Core.Registering;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;
using HoiThi.Server.Security;

namespace HoiThi.Server.Results.Closing;

/// <summary>
/// Facts about those who are considered for a prize. Their encrypted data is read a page of the ranking at a time and
/// opened for a person only when a rule asks for something in it.
/// </summary>
internal sealed class PrizePeople(ResultSession session, LiveContest contest, Secrets secrets)
{
    private const string Sql = "SELECT id, private, registered FROM contestant WHERE id {ids}";
    private readonly LiveContest contest = contest;
    private readonly Secrets secrets = secrets;
    private readonly Dictionary<ContestantId, byte[]> pageOf = [];
    private readonly Dictionary<ContestantId, (byte[] Private, long Registered)> loaded = [];

    /// <summary>Remembers who stand on one page of a ranking, and so are read together.</summary>
    public void Expect(byte[] page)
    {
        for (var index = 0; index < page.Length / IdPages.IdSize; index++)
        {
            pageOf[IdPages.At(page, index)] = page;
        }
    }

    /// <summary>A candidate as a person.</summary>
    public IPrizePerson Of(Candidate candidate) => new Person(this, candidate);

    private (byte[] Private, long Registered) Load(Candidate candidate)
    {
        if (!loaded.TryGetValue(candidate.Contestant, out var found))
        {
            session.Query(Sql, pageOf[candidate.Contestant], row => loaded[row.ReadId(0)] = (row.GetFieldValue<byte[]>(1), row.GetInt64(2)));
            found = loaded[candidate.Contestant];
        }

        return found;
    }

    private sealed class Person(PrizePeople people, Candidate candidate) : IPrizePerson
    {
        private readonly LiveContest contest = people.contest;
        private (Dictionary<string, string> Values, Registrant Facts)? opened;

        public string? Division => candidate.Division < contest.Definition.Divisions.Count ? contest.Definition.Divisions[candidate.Division].Code : null;

        public string Unit => contest.Units[candidate.Unit].Code;

        public string TopUnit => contest.Units[contest.Units.TopOf(candidate.Unit)].Code;

        public string Kind => contest.Units[candidate.Unit].Kind;

        public string Block => contest.Definition.Units.Kinds.First(kind => kind.Code == Kind).Block;

        public Age Age => Opened.Facts.Age;

        public DateOnly? BirthDate => ValueOf(FieldType.BirthDate) is { } text
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

        public bool IsComplete => contest.Definition.Registration.Fields.All(each =>
            each.Type is FieldType.FullName or FieldType.Unit || !string.IsNullOrEmpty(Opened.Values.GetValueOrDefault(each.Code)));

        public ListRole? KeptOut => RoleOf(ListRole.Barred) ?? RoleOf(ListRole.NoPrize);

        private (Dictionary<string, string> Values, Registrant Facts) Opened => opened ??= Open();

        public string? Answer(string code) => Opened.Facts.Answer(code);

        public bool IsOn(string list) => contest.IsOn(list, candidate.Contestant);

        private string? ValueOf(FieldType type) =>
            contest.Definition.Registration.Fields.FirstOrDefault(each => each.Type == type) is { } asked ? Opened.Values.GetValueOrDefault(asked.Code) : null;

        private ListRole? RoleOf(ListRole role) => contest.Definition.Lists.Any(list => list.Role == role && IsOn(list.Code)) ? role : null;

        private (Dictionary<string, string> Values, Registrant Facts) Open()
        {
            var (data, registered) = people.Load(candidate);
            var values = JsonSerializer.Deserialize<Dictionary<string, string>>(people.secrets.Decrypt(candidate.Contestant, data))!;
            var joined = DateOnly.FromDateTime(contest.Local(registered));
            return (values, PersonFacts.Of(contest, candidate.Contestant, candidate.Unit, values, joined, candidate.Division));
        }
    }
}
