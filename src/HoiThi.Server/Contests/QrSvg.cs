using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace HoiThi.Server.Contests;

/// <summary>A QR code as one path of an SVG: sharp in print at any size, and without the styles that our CSP forbids.</summary>
public static class QrSvg
{
    /// <summary>The code of an address, black on white with the quiet zone that scanners need (ISO/IEC 18004 §6.3.8).</summary>
    /// <param name="address">What a phone opens.</param>
    /// <param name="label">What it is, for those who cannot see it.</param>
    public static MarkupString Of(string address, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var matrix = data.ModuleMatrix; // the quiet zone of four modules is in it
        var path = new StringBuilder();
        for (var y = 0; y < matrix.Count; y++)
        {
            for (var x = 0; x < matrix.Count; x++)
            {
                if (matrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new MarkupString(string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg class="qr" role="img" aria-label="{System.Net.WebUtility.HtmlEncode(label)}" viewBox="0 0 {matrix.Count} {matrix.Count}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="{path}" fill="#000"/></svg>"""));
    }
}
