using System.Globalization;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>A person who has not registered yet. No two are the same, and none is one of the demo's.</summary>
internal sealed record Person(string Name, string CitizenId, string Phone, string Email, string Unit)
{
    public const string Password = "cchc2023";
    private static int count;

    public static Person Another()
    {
        var number = Interlocked.Increment(ref count);
        return new Person(
            "Nguyễn Thị Thanh Huyền",
            string.Create(CultureInfo.InvariantCulture, $"031185{900_000 + number}"),
            string.Create(CultureInfo.InvariantCulture, $"0912 345 {number:000}"),
            string.Create(CultureInfo.InvariantCulture, $"huyen.{number}@example.vn"),
            "chi-cuc-van-thu-luu-tru");
    }
}
