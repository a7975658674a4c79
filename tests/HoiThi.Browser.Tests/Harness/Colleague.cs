using HoiThi.Server.Security;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>
/// Somebody of the console with a browser of their own. It comes to <c>localhost</c>, because passkeys are bound to a
/// name, and an address is none.
/// </summary>
internal sealed class Colleague : IAsyncDisposable
{
    private Colleague(IBrowserContext context, IPage page) => (Context, Page) = (context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>The key of the authenticator app, once one is set up.</summary>
    public string Key { get; private set; } = "";

    public static async Task<Colleague> ComeAsync(Chromium chromium, ServerProcess server, Screen screen)
    {
        var options = screen.Context(new UriBuilder(server.Address) { Host = "localhost" }.Uri);
        options.AcceptDownloads = true;
        var context = await chromium.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        return new Colleague(context, await context.NewPageAsync());
    }

    /// <summary>Gives the browser a device that keeps passkeys and whose owner is there.</summary>
    public async Task GetPasskeyDeviceAsync()
    {
        var session = await Context.NewCDPSessionAsync(Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>Opens the link of an invitation and sets a password.</summary>
    public async Task AcceptAsync(string link, string name, string password)
    {
        await Page.GotoAsync(new Uri(link).AbsolutePath);
        await Page.GetByLabel("Họ và tên").FillAsync(name);
        await Page.GetByLabel("Mật khẩu mới").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Thiết lập xác thực hai lớp" }).WaitForAsync();
    }

    /// <summary>Sets up the authenticator app, as if its code were read.</summary>
    public async Task SetUpAppAsync()
    {
        Key = (await Page.Locator("#key").InnerTextAsync()).Trim();
        await Page.GetByLabel("6 chữ số").FillAsync(Totp.CodeAt(Key, Totp.StepOf(DateTimeOffset.UtcNow)));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Lưu mã khôi phục" }).WaitForAsync();
    }

    /// <summary>Signs in with password and app; a code counts once, so it is the next one.</summary>
    public async Task SignInAsync(string email, string password)
    {
        await Page.GotoAsync("/manage/sign-in");
        await Page.GetByLabel("Email").FillAsync(email);
        await Page.GetByLabel("Mật khẩu").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Page.GetByLabel("Mã trong ứng dụng").FillAsync(Totp.CodeAt(Key, Totp.StepOf(DateTimeOffset.UtcNow) + 1));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Các hội thi" }).WaitForAsync();
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
