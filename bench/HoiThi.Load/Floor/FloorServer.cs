using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using HoiThi.Core.Attempts;
using HoiThi.Server;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HoiThi.Load.Floor;

/// <summary>
/// What a journey cannot cost less than on this machine with this database: Kestrel answers as many requests with two
/// bytes of plain text, and as many of them as write in a journey wait for the same rows to be stored by the same hot store
/// in the same group commits. No route, cookie, form, page, read, mark, standing or tally.
/// </summary>
public static class FloorServer
{
    public static async Task RunAsync(ServerOptions options)
    {
        await using var services = new ServiceCollection().AddLogging().AddHoiThi(options).BuildServiceProvider();
        await using var writer = new FloorWriter(services.GetRequiredService<IHotStore>());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(context => Answer(context, writer));
        await app.RunAsync();
    }

    /// <summary>The address says what is stored: <c>/contestant/N</c>, <c>/start/N</c>, <c>/save/N</c>, anything else nothing.</summary>
    private static async Task Answer(HttpContext context, FloorWriter writer)
    {
        var path = context.Request.Path.Value!;
        if (path.LastIndexOf('/') is > 0 and var slash)
        {
            var id = IdOf(int.Parse(path.AsSpan(slash + 1), CultureInfo.InvariantCulture));
            await (path[1] == 'c' ? writer.Register(id) : path[2] == 't' ? writer.Start(id) : writer.Save(id));
        }

        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = 2;
        await context.Response.BodyWriter.WriteAsync("ok"u8.ToArray());
    }

    /// <summary>Ids in no order, as the real ones.</summary>
    private static ContestantId IdOf(int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return new ContestantId(new Guid(XxHash128.Hash(bytes), bigEndian: true));
    }
}
