using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Units;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests.People;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contests;

/// <summary>Takes contests into the database and gives them out again, without loss.</summary>
public sealed class ContestStore(IDbContextFactory<HoiThiContext> contexts, PersonLists lists, TimeProvider time)
{
    /// <summary>
    /// Takes a contest in: a new one, or a new version of the one with the same slug. Units keep their numbers by their
    /// codes. A round's questions become a new sealed set only if they differ and the round has not opened; a round that
    /// names none is sealed later.
    /// </summary>
    /// <returns>The version that it now has.</returns>
    /// <exception cref="ContestImportException">The import would take away what attempts or contestants rest on.</exception>
    public Task<int> ImportAsync(ContestBundle bundle, CancellationToken cancel = default) => ImportAsync(bundle, reason: null, cancel);

    /// <summary>Takes a contest in, with the reason why a running one is changed.</summary>
    public Task<int> ImportAsync(ContestBundle bundle, string? reason, CancellationToken cancel = default) => ImportAsync(bundle, reason, within: null, cancel);

    /// <summary>Takes a contest in, and in the same transaction does what goes with it.</summary>
    /// <param name="bundle">The contest.</param>
    /// <param name="reason">Why a running one is changed, or null.</param>
    /// <param name="within">Given the contest's number and its version before (0: new); or null.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ContestImportException">The import would take away what attempts or contestants rest on.</exception>
    public Task<int> ImportAsync(ContestBundle bundle, string? reason, Func<HoiThiContext, short, int, Task>? within, CancellationToken cancel = default) =>
        ImportAsync(bundle, new ContestImport(reason, within), cancel);

    /// <summary>Takes a contest in, as <paramref name="how"/> says.</summary>
    /// <exception cref="ContestImportException">The import would take away what attempts or contestants rest on.</exception>
    public async Task<int> ImportAsync(ContestBundle bundle, ContestImport how, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await context.TakeTurnAsync(cancel);
        var slug = how.From ?? bundle.Contest.Slug;
        var row = await context.Contests.SingleOrDefaultAsync(contest => contest.Slug == slug, cancel);
        if (how.Version is { } version && row?.Version != version)
        {
            throw new ContestImportException(
                "Trong lúc bạn sửa, hội thi đã được người khác lưu. Hãy mở lại trang, xem bản mới rồi sửa tiếp.",
                "Somebody else has saved the contest in the meantime. Open the page again and look at what is there now.");
        }

        if (row is null)
        {
            row = new ContestRow { Number = await ContestNumbers.NextAsync(context, cancel), Slug = slug, Version = 0, Published = how.AsDraft ? null : now };
            context.Contests.Add(row);
        }

        row.Version++;
        await RequireSame(context, row, bundle, how.Reason, now, cancel);
        row.Slug = bundle.Contest.Slug;
        context.ContestVersions.Add(new ContestVersionRow(row.Number, row.Version, ContestYaml.Write(bundle.Contest), now, how.Reason));
        await TakeUnits(context, row, bundle.Units, cancel);
        await TakeQuestions(context, row, bundle, now, cancel);
        await TakeFiles(context, row.Number, bundle.Files, cancel);
        await lists.TakeAsync(context, row.Number, bundle.Contest, bundle.Lists, bundle.Units, cancel);
        await context.SaveChangesAsync(cancel);
        if (how.Within is not null)
        {
            await how.Within(context, row.Number, row.Version - 1);
        }

        await ContestNotices.SendAsync(context, cancel);
        await transaction.CommitAsync(cancel);
        return row.Version;
    }

    /// <summary>The contest as it now is, or null.</summary>
    public async Task<ContestBundle?> ExportAsync(string slug, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var row = await context.Contests.AsNoTracking().SingleOrDefaultAsync(contest => contest.Slug == slug, cancel);
        if (row is null)
        {
            return null;
        }

        var version = await context.ContestVersions.SingleAsync(v => v.Contest == row.Number && v.Version == row.Version, cancel);
        var definition = ContestYaml.Read(version.Definition).Require();
        var units = await context.Units.Where(unit => unit.Contest == row.Number).OrderBy(unit => unit.Number).ToListAsync(cancel);
        var sets = await context.QuestionSets.Where(set => set.Contest == row.Number).ToListAsync(cancel);
        var files = await context.ContestFiles.Where(file => file.Contest == row.Number).ToListAsync(cancel);
        return new ContestBundle(
            definition,
            units.Select(unit => new Unit(unit.Code, unit.Parent, unit.Kind, new LocalText(unit.NameVi, unit.NameEn), unit.Headcount)).ToValueList(),
            QuestionSlot.Of(definition)
                .Select(slot => sets.Where(set => set.Round == slot.Round + 1 && set.Division == QuestionSets.DivisionOf(slot, definition)).MaxBy(set => set.Version)!)
                .Select(set => QuestionsYaml.Read(set.Questions, "questions").Require()).ToValueList(),
            files.Select(file => new ContestFile(file.Path, () => new MemoryStream(file.Content))).ToValueList())
        {
            Lists = await lists.ReadAsync(context, row.Number, definition, cancel),
        };
    }

    /// <summary>
    /// Rounds that have opened stay with their rules, and what identifies a contestant stays once there are some. Nothing
    /// rests on a contest that is not published.
    /// </summary>
    private static async Task RequireSame(HoiThiContext context, ContestRow row, ContestBundle bundle, string? reason, long now, CancellationToken cancel)
    {
        var last = await context.ContestVersions.AsNoTracking()
            .Where(version => version.Contest == row.Number).OrderByDescending(version => version.Version).FirstOrDefaultAsync(cancel);
        if (last is null || row.Published is null)
        {
            return;
        }

        var definition = bundle.Contest;
        var before = ContestYaml.Read(last.Definition).Require();
        if (row.Slug != definition.Slug)
        {
            throw new ContestImportException(
                "Địa chỉ của hội thi đã công bố không đổi được: liên kết và mã QR đã gửi đi sẽ hỏng.",
                $"The address {row.Slug} is published; links and QR codes would lead nowhere.");
        }

        if (before.Registration.Identity != definition.Registration.Identity && await context.Contestants.AnyAsync(c => c.Contest == row.Number, cancel))
        {
            throw new ContestImportException(
                $"Thí sinh được nhận dạng bằng “{before.Registration.Identity}” và đã có người đăng ký; đổi sang “{definition.Registration.Identity}” thì không nhận ra ai nữa.",
                $"Contestants are identified by {before.Registration.Identity}, and some have registered; by {definition.Registration.Identity} nobody would be recognised.");
        }

        if (RunningLimits.Broken(before, definition, DateTimeOffset.FromUnixTimeMilliseconds(now), moved: reason is not null) is { } broken)
        {
            throw new ContestImportException(broken);
        }
    }

    private static async Task TakeUnits(HoiThiContext context, ContestRow contest, ValueList<Unit> units, CancellationToken cancel)
    {
        var rows = await context.Units.Where(unit => unit.Contest == contest.Number).ToDictionaryAsync(unit => unit.Code, StringComparer.Ordinal, cancel);
        var gone = rows.Keys.Except(units.Select(unit => unit.Code), StringComparer.Ordinal).ToArray();
        if (gone.Length > 0 && (contest.Published is not null || await context.RoleGrants.AnyAsync(grant => grant.Contest == contest.Number && grant.Unit > 0, cancel)))
        {
            throw new ContestImportException(
                $"Thiếu các đơn vị {string.Join(", ", gone)}. Hội thi đã công bố, hoặc đã có đầu mối đơn vị, thì đơn vị không bỏ được; đơn vị không tham gia có thể để số người bằng 0.",
                $"The units {string.Join(", ", gone)} are missing; a unit stays once it is there (its headcount can be set to 0).");
        }

        if (gone.Length > 0)
        {
            // Numbers run without a gap, and nobody has seen them yet.
            await context.Units.Where(unit => unit.Contest == contest.Number).ExecuteDeleteAsync(cancel);
            context.ChangeTracker.Entries<UnitRow>().ToList().ForEach(entry => entry.State = EntityState.Detached);
            rows.Clear();
        }

        var last = rows.Count;
        foreach (var unit in units)
        {
            if (!rows.TryGetValue(unit.Code, out var row))
            {
                context.Units.Add(row = new UnitRow { Contest = contest.Number, Number = ++last, Code = unit.Code, Kind = unit.Kind, NameVi = unit.Name.Vi, Headcount = unit.Headcount });
            }

            (row.Parent, row.Kind, row.NameVi, row.NameEn, row.Headcount) = (unit.Parent, unit.Kind, unit.Name.Vi, unit.Name.En, unit.Headcount);
        }
    }

    private static async Task TakeQuestions(HoiThiContext context, ContestRow contest, ContestBundle bundle, long now, CancellationToken cancel)
    {
        var known = await context.QuestionSets.AsNoTracking().Where(set => set.Contest == contest.Number).ToListAsync(cancel);
        var corrections = await context.KeyCorrections.AsNoTracking().Where(row => row.Contest == contest.Number).Select(row => new { row.Round, row.Version }).ToListAsync(cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(bundle.Contest.TimeZone);
        foreach (var round in bundle.Contest.Rounds)
        {
            // Versions are one series in a round, over all divisions and corrections: a version alone says which set it is.
            var next = known.Where(set => set.Round == round.Number).Select(set => set.Version)
                .Concat(corrections.Where(row => row.Round == round.Number).Select(row => row.Version)).DefaultIfEmpty(0).Max() + 1;
            var banks = QuestionSets.BanksOf(bundle, round.Number).ToList();
            if (known.Exists(set => set.Round == round.Number && set.Division >= 0 && !banks.Exists(each => each.Division == set.Division)))
            {
                throw new ContestImportException(
                    $"{round.Title.Vi} đã có câu hỏi được niêm phong; tệp câu hỏi của đợt không bỏ trống được nữa.",
                    $"Round {round.Number} names no questions, and some have been sealed for it. Export the contest, which names them, and change that.");
            }

            foreach (var (division, bank) in banks)
            {
                var last = known.Where(set => set.Round == round.Number && set.Division == division).MaxBy(set => set.Version);
                if (last is not null && last.Hash.AsSpan().SequenceEqual(Seal(last.Version).Hash))
                {
                    continue;
                }

                if (last is not null && contest.Published is not null && round.Opens.In(zone).ToUnixTimeMilliseconds() <= now)
                {
                    throw new ContestImportException(
                        $"{round.Title.Vi} đã mở: câu hỏi, ma trận đề và cách chấm của đợt đã niêm phong, không đổi được nữa.",
                        $"The questions, the blueprint or the marking of round {round.Number} differ from its sealed set, and the round has opened.");
                }

                context.QuestionSets.Add(Seal(next++));

                QuestionSetRow Seal(int version) =>
                    QuestionSets.Seal(contest.Number, bundle.Contest, contest.Version, round.Number, division, version, bank, now);
            }
        }
    }

    private static async Task TakeFiles(HoiThiContext context, short contest, ValueList<ContestFile> files, CancellationToken cancel)
    {
        var rows = await context.ContestFiles.Where(file => file.Contest == contest).ToDictionaryAsync(file => file.Path, StringComparer.Ordinal, cancel);
        foreach (var file in files)
        {
            await using var stream = file.Open();
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, cancel);
            if (rows.Remove(file.Path, out var row))
            {
                row.Content = content.ToArray();
            }
            else
            {
                context.ContestFiles.Add(new ContestFileRow { Contest = contest, Path = file.Path, Content = content.ToArray() });
            }
        }

        context.ContestFiles.RemoveRange(rows.Values);
    }
}

/// <summary>How a contest is taken in.</summary>
/// <param name="Reason">Why a running one is changed, or null.</param>
/// <param name="Within">Done in the same transaction, given the contest's number and its version before (0: new); or null.</param>
/// <param name="AsDraft">Whether a new contest is not published yet.</param>
/// <param name="From">The slug that it has now, where it gets another; or null.</param>
/// <param name="Version">The version that was changed: nothing is taken in where there is another by now; null does not ask.</param>
public sealed record ContestImport(
    string? Reason = null, Func<HoiThiContext, short, int, Task>? Within = null, bool AsDraft = false, string? From = null, int? Version = null);

/// <summary>An import that would break what is running; the message says which part and why.</summary>
public sealed class ContestImportException(LocalText text) : Exception(text.In(english: true))
{
    public ContestImportException(string vi, string en)
        : this(new LocalText(vi, en))
    {
    }

    /// <summary>The same in both languages.</summary>
    public LocalText Text => text;
}
