using System.CommandLine;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Commands;

internal static class PeopleCommand
{
    public static Command Create()
    {
        var email = new Option<string>("--email") { Description = "The person's address.", Required = true };
        var name = new Option<string?>("--name") { Description = "The person's name; the person can set it too." };
        var role = new Option<Role>("--role") { Description = "The role on the whole site.", DefaultValueFactory = _ => Role.Administrator };
        role.AcceptOnlyFromAmong("administrator", "auditor");
        var site = new Option<string>("--site")
        {
            Description = "The address of the site, for the link.",
            DefaultValueFactory = _ => (Environment.GetEnvironmentVariable("HOITHI_URLS") ?? "http://localhost:8080").Split(';')[0],
        };
        var add = new Command("add", "Prints a link that lets somebody in once: a password and a second factor are set there.") { email, name, role, site };
        var storage = new StorageOptions();
        storage.AddTo(add);
        add.SetAction(async (parsed, cancel) =>
        {
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            await using var scope = services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<HoiThiContext>();
            await using var transaction = await context.Database.BeginTransactionAsync(cancel);
            var address = parsed.GetValue(email)!;
            var token = await scope.ServiceProvider.GetRequiredService<Invitations>()
                .CreateAsync(Actor.CommandLine, address, parsed.GetValue(name) ?? "", new RoleGrant(0, parsed.GetValue(role), 0));
            await transaction.CommitAsync(cancel);
            Console.WriteLine($"{parsed.GetValue(site)!.TrimEnd('/')}/manage/invitation/{token}");
            return CommandLine.Done;
        });
        return new Command("people", "People of the console.") { add };
    }
}
