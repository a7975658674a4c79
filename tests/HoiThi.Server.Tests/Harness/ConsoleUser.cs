using System.Net;
using AngleSharp.Html.Dom;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HoiThi.Server.Tests.Harness;

/// <summary>Somebody at the console with a browser; signed in the way people sign in.</summary>
internal sealed class ConsoleUser : IDisposable
{
    public const string Password = "một câu dài dễ nhớ";
    private static int last;
    private readonly HttpClient client;

    public ConsoleUser(TestNode node, string? email = null)
    {
        Node = node;
        Email = email ?? $"nguoi-{Interlocked.Increment(ref last)}@thu.vn";
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, AutomaticDecompression = DecompressionMethods.All });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Chrome/130");
    }

    public TestNode Node { get; set; }

    public string Email { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The key of the authenticator app.</summary>
    public string Key { get; set; } = Totp.NewKey();

    /// <summary>Somebody with these roles, signed in with password and code.</summary>
    public static async Task<ConsoleUser> SignedInAsync(TestNode node, params RoleGrant[] grants)
    {
        var user = new ConsoleUser(node);
        await user.ExistAsync(grants);
        await user.SignInAsync();
        return user;
    }

    public static Task<ConsoleUser> SignedInAsync(TestNode node, Role role) => SignedInAsync(node, OfRole(node, role));

    public static RoleGrant OfRole(TestNode node, Role role) => role == Role.Administrator
        ? new RoleGrant(0, role, 0)
        : new RoleGrant(node.Contest.Number, role, role == Role.Coordinator ? node.Contest.Units.NumberOf("so-a")!.Value : 0);

    /// <summary>Makes the account with its app, without a page.</summary>
    public async Task ExistAsync(params RoleGrant[] grants)
    {
        await using var scope = Node.Get<IServiceScopeFactory>().CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<People>();
        var context = scope.ServiceProvider.GetRequiredService<HoiThiContext>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var person = await people.AddAsync(Email, "Đỗ Thị Minh Nguyệt");
        (await people.SetPasswordAsync(person, Password)).ShouldBeEmpty();
        (await people.EnableTotpAsync(person, Key, Totp.CodeAt(Key, Totp.StepOf(Node.Site.Time.GetUtcNow()) - 1))).ShouldBeTrue();
        foreach (var grant in grants)
        {
            await context.GrantAsync(Actor.CommandLine, Node.Site.Time.GetUtcNow(), person, grant);
        }

        await transaction.CommitAsync();
    }

    /// <summary>The code that the app shows.</summary>
    public string Code(int steps = 0) => Totp.CodeAt(Key, Totp.StepOf(Node.Site.Time.GetUtcNow()) + steps);

    public async Task SignInAsync(int steps = 0)
    {
        (await PostAsync("/manage/sign-in", ("email", Email), ("password", Password))).Headers.Location!.OriginalString.ShouldStartWith("/manage/sign-in/code");
        (await PostAsync("/manage/sign-in/code", ("code", Code(steps)), ("to", "/manage"))).ShouldLeadTo("/manage");
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(Node.Address, path));

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] form) =>
        client.PostAsync(new Uri(Node.Address, path), new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<HttpResponseMessage> UploadAsync(string path, byte[] zip) => UploadAsync(path, "zip", "contest.zip", zip);

    /// <summary>Sends a form with a file.</summary>
    public Task<HttpResponseMessage> UploadAsync(string path, string field, string name, byte[] bytes, params (string Name, string Value)[] form)
    {
        var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), field, name } };
        foreach (var (key, value) in form)
        {
            content.Add(new StringContent(value), key);
        }

        return client.PostAsync(new Uri(Node.Address, path), content);
    }

    /// <summary>A form with one file, as a browser sends it.</summary>
    public Task<HttpResponseMessage> UploadFileAsync(string path, string name, byte[] bytes, params (string Name, string Value)[] form)
    {
        var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        foreach (var field in form)
        {
            content.Add(new StringContent(field.Value), field.Name);
        }

        return client.PostAsync(new Uri(Node.Address, path), content);
    }

    /// <summary>A page that must be there.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await response.PageAsync();
    }

    public void Dispose() => client.Dispose();
}
