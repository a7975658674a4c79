using HoiThi.Core.Attempts;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Contestants;

/// <summary>Reads what is stored of personal codes.</summary>
public sealed class StoredCodes(Database database, Reads reads)
{
    /// <summary>The hash of a contestant's personal code, or null if there is no such contestant.</summary>
    public async Task<byte[]?> HashOf(ContestantId id)
    {
        var rows = await reads.Query("SELECT code_hash FROM contestant WHERE id = $1", row => row.GetFieldValue<byte[]>(0), database.Parameter(id));
        return rows.Count > 0 ? rows[0] : null;
    }
}
