using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using HoiThi.Server.Mail;
using MailKit.Security;

namespace HoiThi.Server.Tests.Harness;

/// <summary>A real mail server on this machine (npm smtp-server), for all tests of a class.</summary>
public sealed class SmtpServer : IAsyncLifetime
{
    private static readonly SemaphoreSlim Installing = new(1);
    private readonly BlockingCollection<ReceivedLetter> letters = [];
    private Process? process;

    /// <summary>How a node reaches it.</summary>
    public MailOptions Options { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = Repository.Path("tests", "HoiThi.Server.Tests", "SmtpServer");
        await Installing.WaitAsync();
        try
        {
            if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
            {
                using var install = Start("npm", "ci", folder);
                await install.StandardOutput.ReadToEndAsync();
                await install.WaitForExitAsync();
                install.ExitCode.ShouldBe(0);
            }
        }
        finally
        {
            Installing.Release();
        }

        process = Start("node", "server.mjs", folder);
        using var first = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!);
        Options = new MailOptions("127.0.0.1", first.RootElement.GetProperty("port").GetInt32(), null, null, "Hội thi <hoi-thi@thu.vn>", SecureSocketOptions.None);
        _ = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                letters.Add(JsonSerializer.Deserialize<ReceivedLetter>(line, JsonSerializerOptions.Web)!);
            }
        });
    }

    /// <summary>The next letter that comes in.</summary>
    public ReceivedLetter Next() => letters.TryTake(out var letter, TimeSpan.FromSeconds(30)) ? letter : throw new TimeoutException("No letter has come.");

    /// <summary>Whether no letter comes.</summary>
    public bool IsQuiet() => !letters.TryTake(out _, TimeSpan.FromSeconds(1));

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        letters.Dispose();
    }

    private static Process Start(string program, string argument, string folder) => Process.Start(new ProcessStartInfo(program, argument)
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}

/// <summary>A letter as it came in.</summary>
public sealed record ReceivedLetter(string To, string From, string Subject, string Text)
{
    /// <summary>The path of the link in it.</summary>
    public string Link => new Uri(Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim()).AbsolutePath;
}
