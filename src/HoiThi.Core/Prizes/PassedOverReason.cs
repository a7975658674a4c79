using HoiThi.Core.Contests;

namespace HoiThi.Core.Prizes;

/// <summary>Why somebody is passed over. The numbers are stored.</summary>
public enum PassedOverReason
{
    /// <summary>The organisers have taken the contestant out, and the next in line moved up.</summary>
    FellOut = 0,

    /// <summary>On a list of people who may not take part.</summary>
    Barred = 1,

    /// <summary>On a list of people who may take part and win nothing.</summary>
    NoPrize = 2,

    /// <summary>Has a prize of this list already.</summary>
    WonHere = 3,

    /// <summary>Has won before, and the rules allow one prize in the contest.</summary>
    WonBefore = 4,

    /// <summary>Has a prize of a greater amount, and the rules leave a person only the higher.</summary>
    WonHigher = 5,

    /// <summary>Has won in one of the rounds just before, which keeps a winner out of this one.</summary>
    WonLately = 6,

    /// <summary>Not everything is right.</summary>
    NotPerfect = 7,

    /// <summary>Below the least score for it.</summary>
    BelowMinScore = 8,

    /// <summary>A field of the form is empty.</summary>
    IncompleteData = 9,

    /// <summary>As many of the same unit, kind, block or division have won it as may.</summary>
    QuotaFull = 10,
}

/// <summary>The reasons in words.</summary>
public static class PassedOverWords
{
    /// <summary>The reason as a phrase that follows a name.</summary>
    public static LocalText Describe(this PassedOverReason reason) => reason switch
    {
        PassedOverReason.FellOut => new("đã bị ban tổ chức loại khỏi danh sách đạt giải", "was taken out of the winners by the organisers"),
        PassedOverReason.Barred => new("thuộc diện không được dự thi", "belongs to those who may not take part"),
        PassedOverReason.NoPrize => new("được dự thi nhưng không xét giải", "may take part but win no prize"),
        PassedOverReason.WonHere => new("đã có một giải khác của lần trao này", "has another prize of this list"),
        PassedOverReason.WonBefore => new("đã đạt giải trước đó; mỗi người chỉ nhận một giải trong cả hội thi", "has won before; one prize a person in the contest"),
        PassedOverReason.WonHigher => new("đã nhận giải cao hơn; mỗi người chỉ nhận giải cao nhất", "has a higher prize; a person keeps only the highest"),
        PassedOverReason.WonLately => new("vừa đạt giải ở đợt trước nên chưa được xét lại", "has won in a round just before and is not considered again yet"),
        PassedOverReason.NotPerfect => new("chưa trả lời đúng tất cả các câu", "did not answer everything right"),
        PassedOverReason.BelowMinScore => new("chưa đạt điểm tối thiểu của giải", "is below the least score for the prize"),
        PassedOverReason.IncompleteData => new("chưa khai đủ thông tin dự thi", "has not filled in all of the form"),
        PassedOverReason.QuotaFull => new("đã hết suất của đơn vị, khối hoặc đối tượng này", "as many of the same class have won as may"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "unknown reason"),
    };
}
