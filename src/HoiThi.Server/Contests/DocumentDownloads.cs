using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contests;

/// <summary>Counts how often a document was downloaded.</summary>
public sealed class DocumentDownloads(IDbContextFactory<HoiThiContext> contexts)
{
    public async Task CountAsync(short contest, string path)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await context.Database.ExecuteSqlInterpolatedAsync($"""
            INSERT INTO document_download (contest, path, count) VALUES ({contest}, {path}, 1)
            ON CONFLICT (contest, path) DO UPDATE SET count = document_download.count + 1
            """);
    }
}
