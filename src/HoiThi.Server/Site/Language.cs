using HoiThi.Core.Contests;

namespace HoiThi.Server.Site;

/// <summary>The language of one reply: Vietnamese, or English by the visitor's choice (cookie <c>lang</c>).</summary>
public sealed record Language
{
    public const string Cookie = "lang";

    private Language(bool english) => English = english;

    public static Language Vietnamese { get; } = new(english: false);

    public static Language ByChoiceEnglish { get; } = new(english: true);

    public bool English { get; }

    public string Code => English ? "en" : "vi";

    public static Language Of(HttpRequest request) =>
        request.Cookie(Cookie) is "en" ? ByChoiceEnglish : Vietnamese;

    /// <summary>One sentence in both languages stands where it is said; this picks one.</summary>
    public string Say(string vi, string en) => English ? en : vi;

    public string Say(LocalText text) => text.In(English);
}
