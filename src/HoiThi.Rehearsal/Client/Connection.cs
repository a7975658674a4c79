using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace HoiThi.Rehearsal.Client;

/// <summary>
/// One keep-alive connection that speaks just enough HTTP/1.1 for a server of ours: one request at a time, replies with
/// a length or in chunks. HttpClient costs about as much as the server it would measure, on the same two cores.
/// </summary>
/// <param name="server">Where it is.</param>
/// <param name="secureHost">The host of its certificate, where it speaks TLS; else null.</param>
public sealed class Connection(IPEndPoint server, string? secureHost = null) : IDisposable
{
    private const int IdleBuffer = 4 * 1024;
    private Socket? socket;
    private SslStream? secure;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(IdleBuffer);
    private int filled;

    /// <summary>Sends a request and reads its reply, which is valid until the next is sent.</summary>
    /// <exception cref="IOException">The connection broke, or what came is no reply.</exception>
    public async ValueTask<Reply> Send(ReadOnlyMemory<byte> request, CancellationToken cancel = default)
    {
        try
        {
            var open = socket ??= await Open(cancel);
            if (secure is not null)
            {
                await secure.WriteAsync(request, cancel);
            }
            else
            {
                for (var sent = 0; sent < request.Length;)
                {
                    sent += await open.SendAsync(request[sent..], SocketFlags.None, cancel);
                }
            }

            return await Read(cancel);
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            Close();
            throw exception is SocketException or System.Security.Authentication.AuthenticationException ? new IOException(exception.Message, exception) : exception;
        }
    }

    public void Close()
    {
        secure?.Dispose();
        socket?.Dispose();
        (secure, socket) = (null, null);
    }

    public void Dispose()
    {
        Close();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private async Task<Socket> Open(CancellationToken cancel)
    {
        var open = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await open.ConnectAsync(server, cancel);
            if (secureHost is not null)
            {
                secure = new SslStream(new NetworkStream(open));
                await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = secureHost }, cancel);
            }

            return open;
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }

    private async ValueTask<Reply> Read(CancellationToken cancel)
    {
        // Thousands wait for their reply at once: none may sit on the large buffer that its last reply needed.
        (buffer, filled) = (Exchange(IdleBuffer, 0), 0);
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await Fill(cancel);
        }

        var body = head + 4;
        var status = StatusOf(buffer.AsSpan(0, head));
        var length = LengthOf(buffer.AsSpan(0, head));
        if (length is not { } known)
        {
            known = await ReadChunks(body, cancel);
        }

        while (filled < body + known)
        {
            await Fill(cancel);
        }

        return new Reply(status, buffer.AsMemory(0, head), buffer.AsMemory(body, known));
    }

    /// <summary>Moves the chunks together where the first begins.</summary>
    private async ValueTask<int> ReadChunks(int body, CancellationToken cancel)
    {
        var (from, to) = (body, body);
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(from, filled - from).IndexOf("\r\n"u8)) < 0)
            {
                await Fill(cancel);
            }

            var size = int.Parse(buffer.AsSpan(from, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            from += line + 2;
            while (filled < from + size + 2)
            {
                await Fill(cancel);
            }

            buffer.AsSpan(from, size).CopyTo(buffer.AsSpan(to));
            (from, to) = (from + size + 2, to + size);
            if (size == 0)
            {
                return to - body;
            }
        }
    }

    private async ValueTask Fill(CancellationToken cancel)
    {
        if (filled == buffer.Length)
        {
            buffer = Exchange(buffer.Length * 2, filled);
        }

        var read = secure is null
            ? await socket!.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None, cancel)
            : await secure.ReadAsync(buffer.AsMemory(filled), cancel);
        if (read == 0)
        {
            throw new IOException("The server closed the connection.");
        }

        filled += read;
    }

    private byte[] Exchange(int size, int kept)
    {
        if (buffer.Length == size)
        {
            return buffer;
        }

        var other = ArrayPool<byte>.Shared.Rent(size);
        buffer.AsSpan(0, kept).CopyTo(other);
        ArrayPool<byte>.Shared.Return(buffer);
        return other;
    }

    private static int StatusOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("HTTP/1.1 "u8) ? int.Parse(head.Slice(9, 3), CultureInfo.InvariantCulture) : throw new IOException("This is no HTTP reply.");

    private static int? LengthOf(ReadOnlySpan<byte> head) =>
        Reply.Find(head, "\r\nContent-Length: "u8) is { IsEmpty: false } length ? int.Parse(length, CultureInfo.InvariantCulture)
        : head.IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0 ? null
        : 0;
}
