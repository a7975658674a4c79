using HoiThi.Server.Storage;

namespace HoiThi.Server;

/// <summary>What an installation is told from outside.</summary>
/// <param name="DataFolder">Where the key, and on SQLite the database, are.</param>
/// <param name="Database">Which database.</param>
/// <param name="Urls">Where to listen, separated by semicolons.</param>
public sealed record ServerOptions(string DataFolder, DatabaseOptions Database, string Urls = "http://127.0.0.1:8080");
