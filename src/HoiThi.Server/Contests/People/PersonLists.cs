using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Core.Units;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contests.People;

/// <summary>
/// Lists of named people. A line is stored under the id that its person has, or would have, as a contestant, so asking
/// whether somebody is on a list needs no name and no number; what the line says is encrypted.
/// </summary>
public sealed class PersonLists(IDbContextFactory<HoiThiContext> contexts, Secrets secrets)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Replaces the lists of a contest within the transaction of its import.</summary>
    /// <exception cref="ContestImportException">A line names nobody, or a unit that there is not, or somebody twice.</exception>
    public async Task TakeAsync(
        HoiThiContext context, short number, Contest contest, ValueList<ValueList<ListedPerson>> tables, ValueList<Unit> units, CancellationToken cancel)
    {
        await context.ListedPeople.Where(row => row.Contest == number).ExecuteDeleteAsync(cancel);
        var codes = units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (list, people) in contest.Lists.Zip(tables))
        {
            context.ListedPeople.AddRange(RowsOf(number, contest, list, people, codes));
        }
    }

    /// <summary>The lists of a contest as they were imported, in the order of the contest.</summary>
    public async Task<ValueList<ValueList<ListedPerson>>> ReadAsync(HoiThiContext context, short number, Contest contest, CancellationToken cancel)
    {
        var rows = await context.ListedPeople.AsNoTracking().Where(row => row.Contest == number).OrderBy(row => row.Line).ToListAsync(cancel);
        return contest.Lists.Select(list => rows.Where(row => row.List == list.Code).Select(Open).ToValueList()).ToValueList();
    }

    /// <summary>Who is on which list.</summary>
    public static async Task<FrozenDictionary<string, FrozenSet<ContestantId>>> LoadAsync(HoiThiContext context, short number, CancellationToken cancel)
    {
        var rows = await context.ListedPeople.AsNoTracking().Where(row => row.Contest == number)
            .Select(row => new { row.List, row.Contestant }).ToListAsync(cancel);
        return rows.GroupBy(row => row.List, StringComparer.Ordinal)
            .ToFrozenDictionary(list => list.Key, list => list.Select(row => row.Contestant).ToFrozenSet(), StringComparer.Ordinal);
    }

    /// <summary>The line of a roster that somebody opens with the code standing in it; null for any other identity or code.</summary>
    public async Task<ListedPerson?> OpenRosterAsync(LiveContest contest, ContestantId id, string code)
    {
        var rosters = contest.Definition.Lists.Where(list => list.Role == ListRole.Roster).Select(list => list.Code).ToArray();
        var hash = secrets.HashOfCode(id, code);
        await using var context = await contexts.CreateDbContextAsync();
        var rows = await context.ListedPeople.AsNoTracking()
            .Where(row => row.Contest == contest.Number && rosters.Contains(row.List) && row.Contestant == id).ToListAsync();

        // The first that the code fits; all of them are compared, however early one does.
        return rows.Where(row => System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(row.CodeHash ?? [], hash)).ToArray() is [var row, ..]
            ? Open(row) : null;
    }

    private IEnumerable<ListedPersonRow> RowsOf(
        short number, Contest contest, PersonList list, ValueList<ListedPerson> people, HashSet<string> units)
    {
        // Far in the future, so that no birth year in a number is refused for what day it is.
        var today = new DateOnly(2999, 12, 31);
        var seen = new Dictionary<ContestantId, int>();
        foreach (var (index, person) in people.Index())
        {
            var line = index + 2;
            if (FieldCheck.Identity(contest, person.Identity, today) is not { } identity)
            {
                throw Wrong(line, $"the identity is no {contest.Registration.IdentityField.Type} ({contest.Registration.Identity})");
            }

            if (person.Unit is { } unit && !units.Contains(unit))
            {
                throw Wrong(line, $"there is no unit '{unit}'");
            }

            var id = secrets.IdOf(contest.Slug, identity);
            if (!seen.TryAdd(id, line))
            {
                throw Wrong(line, $"the person stands in line {seen[id].ToString(CultureInfo.InvariantCulture)} already");
            }

            yield return new ListedPersonRow(
                number, list.Code, index + 1, id, person.Code is null ? null : secrets.HashOfCode(id, person.Code),
                secrets.Encrypt(id, JsonSerializer.Serialize(person, Json)));
        }

        ContestImportException Wrong(int line, string what) => new(new LocalText($"{list.File}:{line.ToString(CultureInfo.InvariantCulture)}: {what}."));
    }

    private ListedPerson Open(ListedPersonRow row) => JsonSerializer.Deserialize<ListedPerson>(secrets.Decrypt(row.Contestant, row.Private), Json)!;
}
