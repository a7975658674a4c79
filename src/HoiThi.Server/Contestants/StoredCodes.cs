using HoiThi.Core.Attempts;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Contestants;

/// <summary>Reads what is stored of personal codes.</summary>
public sealed class StoredCodes(Database database)
{
    /// <summary>The hash of a contestant's personal code, or null if there is no such contestant.</summary>
    public async Task<byte[]?> HashOf(ContestantId id)
    {
        await using var connection = await database.OpenAsync();
        await using var command = Database.Command(connection, "SELECT code_hash FROM contestant WHERE id = @p0", database.Parameter(id));
        return await command.ExecuteScalarAsync() as byte[];
    }
}
