using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;

namespace HoiThi.Server.Manage.Setup;

/// <summary>Saves a change of the set-up: one new version, one line in the audit log, all nodes told.</summary>
public sealed class SetupSaving(ContestStore store, ContestCatalog catalog, TimeProvider time)
{
    /// <summary>The contest of a visit as it now is.</summary>
    public async Task<ContestBundle> NowAsync(Visit visit) => (await store.ExportAsync(visit.Contest.Definition.Slug))!;

    /// <summary>Saves; what is wrong in words, or null.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="changed">The contest as it is to be; it has passed the check.</param>
    /// <param name="act">The act for the log.</param>
    /// <param name="before">What was, for the log.</param>
    /// <param name="after">What is.</param>
    /// <param name="version">The version that the visitor saw; null does not ask.</param>
    public async Task<LocalText?> SaveAsync(Visit visit, ContestBundle changed, string act, object? before, object? after, int? version = null)
    {
        var from = visit.Contest.Definition.Slug;
        try
        {
            await store.ImportAsync(changed, new ContestImport(
                From: from,
                Version: version,
                Within: (context, number, _) => context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(number, act, changed.Contest.Slug, before, after))));
        }
        catch (ContestImportException refused)
        {
            return refused.Text;
        }

        await catalog.RefreshAsync();
        return null;
    }

    /// <summary>Creates a contest that is not published; what is wrong in words, or null.</summary>
    public async Task<LocalText?> CreateAsync(Visit visit, ContestBundle bundle, string act, object? after)
    {
        try
        {
            await store.ImportAsync(bundle, new ContestImport(
                AsDraft: true,
                Version: null,
                Within: (context, number, version) => version == 0
                    ? context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(number, act, bundle.Contest.Slug, After: after))
                    : throw new ContestImportException("Đã có hội thi dùng địa chỉ này.", "Another contest has this address.")));
        }
        catch (ContestImportException refused)
        {
            return refused.Text;
        }

        await catalog.RefreshAsync();
        return null;
    }
}
