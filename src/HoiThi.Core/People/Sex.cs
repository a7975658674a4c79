namespace HoiThi.Core.People;

/// <summary>As on the identity card.</summary>
public enum Sex
{
    /// <summary>Nam.</summary>
    Male,

    /// <summary>Nữ.</summary>
    Female,
}
