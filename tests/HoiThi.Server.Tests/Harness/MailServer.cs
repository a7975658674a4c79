using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace HoiThi.Server.Tests.Harness;

/// <summary>An SMTP server (RFC 5321) on a port of this machine that keeps what it is given.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Channel<(string To, string Content)> received = Channel.CreateUnbounded<(string, string)>();
    private readonly CancellationTokenSource ending = new();
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The next message: to whom, and all of it as it was sent.</summary>
    public async Task<(string To, string Content)> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await received.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await serving.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task ServeAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(ending.Token);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await TalkAsync(reader, writer);
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("220 thu.vn");
        var to = "";
        while (await reader.ReadLineAsync(ending.Token) is { } line)
        {
            var command = line.Split(' ')[0].ToUpperInvariant();
            if (command == "RCPT")
            {
                to = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
            }

            if (command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var content = new StringBuilder();
                while (await reader.ReadLineAsync(ending.Token) is { } part && part != ".")
                {
                    content.AppendLine(part);
                }

                received.Writer.TryWrite((to, content.ToString()));
            }

            await writer.WriteLineAsync(command == "QUIT" ? "221 bye" : "250 ok");
            if (command == "QUIT")
            {
                return;
            }
        }
    }
}
