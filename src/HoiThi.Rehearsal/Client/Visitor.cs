using System.Net;
using System.Text.Unicode;

namespace HoiThi.Rehearsal.Client;

/// <summary>A browser: a connection, cookies, and the headers that a phone sends.</summary>
/// <param name="server">Where the server is.</param>
/// <param name="host">The host that it is asked for, with the port where it is not the usual one.</param>
/// <param name="secureHost">The host of its certificate, where it speaks TLS; else null.</param>
public sealed class Visitor(IPEndPoint server, string host, string? secureHost) : IDisposable
{
    private const string Headers =
        "User-Agent: Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36\r\n" +
        "Accept: text/html,application/json\r\nAccept-Language: vi-VN,vi;q=0.9\r\nSec-Fetch-Site: same-origin\r\n";

    private readonly Connection connection = new(server, secureHost);
    private readonly byte[] request = new byte[4 * 1024];

    /// <summary>A browser at a server without a name and without TLS.</summary>
    public Visitor(IPEndPoint server)
        : this(server, server.ToString(), secureHost: null)
    {
    }

    /// <summary>The cookies, as the header has them.</summary>
    public string Cookies { get; set; } = "";

    public ValueTask<Reply> Get(string path, CancellationToken cancel = default)
    {
        var fits = Utf8.TryWrite(request, $"GET {path} HTTP/1.1\r\nHost: {host}\r\n{Headers}Cookie: {Cookies}\r\n\r\n", out var length);
        return Send(fits, length, cancel);
    }

    public ValueTask<Reply> Send(string method, string path, string type, string asciiBody, CancellationToken cancel = default)
    {
        var fits = Utf8.TryWrite(
            request,
            $"{method} {path} HTTP/1.1\r\nHost: {host}\r\n{Headers}Cookie: {Cookies}\r\nContent-Type: {type}\r\nContent-Length: {asciiBody.Length}\r\n\r\n{asciiBody}",
            out var length);
        return Send(fits, length, cancel);
    }

    public ValueTask<Reply> PostForm(string path, string form, CancellationToken cancel = default) =>
        Send("POST", path, "application/x-www-form-urlencoded", form, cancel);

    public ValueTask<Reply> SendJson(string method, string path, string json, CancellationToken cancel = default) =>
        Send(method, path, "application/json", json, cancel);

    /// <summary>Closes the connection; the next request opens another.</summary>
    public void Disconnect() => connection.Close();

    public void Dispose() => connection.Dispose();

    private ValueTask<Reply> Send(bool fits, int length, CancellationToken cancel) =>
        fits ? connection.Send(request.AsMemory(0, length), cancel) : throw new InvalidOperationException($"A request is longer than {request.Length} bytes.");
}
