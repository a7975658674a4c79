using System.Text;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.Extensions.Logging;

namespace HoiThi.Server.Tests.Contestants;

/// <summary>Personal data is encrypted where it rests and absent from logs.</summary>
public sealed class PersonalDataTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Number_phone_address_and_code_stand_neither_in_the_database_nor_in_the_log(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, configure: builder => builder.Logging.SetMinimumLevel(LogLevel.Debug));
        using var contestant = await site.Node.ContestantAsync();
        var person = contestant.Person;
        (await contestant.ReturnAsync(person.CitizenId, "AAAA-AAAA")).Dispose();
        (await contestant.ReturnAsync(person.CitizenId, contestant.Code)).Dispose();
        (await contestant.PostAsync(Paths.Join, person.Form())).Dispose();
        (await contestant.PageAsync(Paths.Standings)).Body!.TextContent.ShouldNotContain(person.CitizenId);
        await contestant.TakeAsync(3);

        var code = contestant.Code.Replace("-", "", StringComparison.Ordinal);
        var stored = await ContentAsync(site);
        var logged = string.Join('\n', site.Logs.Lines);
        logged.ShouldNotBeEmpty();
        stored.ShouldContain(person.Name); // the search works: the name is public on the boards
        foreach (var secret in new[] { person.CitizenId, person.Phone, person.Phone[1..], person.Email, contestant.Code, code, TestContest.Password })
        {
            logged.ShouldNotContain(secret, Case.Insensitive);
            if (secret != TestContest.Password)
            {
                stored.ShouldNotContain(secret, Case.Insensitive);
                stored.ShouldNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), Case.Insensitive);
            }
        }
    }

    /// <summary>Everything that rests: the files of SQLite as they are, every row of every table of PostgreSQL.</summary>
    private static async Task<string> ContentAsync(TestSite site)
    {
        var content = new StringBuilder();
        if (site.Database.Kind == DatabaseKind.Sqlite)
        {
            foreach (var file in Directory.GetFiles(site.Folder, "hoithi.db*"))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                await stream.CopyToAsync(bytes);
                content.Append(Encoding.UTF8.GetString(bytes.ToArray()));
            }

            return content.ToString();
        }

        await using var connection = await site.Node.Get<Database>().OpenAsync();
        var tables = new List<string>();
        await using (var command = Database.Command(connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        await using (var row = await command.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                tables.Add(row.GetString(0));
            }
        }

        foreach (var table in tables)
        {
            await using var command = Database.Command(connection, $"SELECT t::text FROM \"{table}\" t");
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                content.AppendLine(row.GetString(0));
            }
        }

        return content.ToString();
    }
}
