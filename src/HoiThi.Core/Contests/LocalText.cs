namespace HoiThi.Core.Contests;

/// <summary>A text for the screen: always in Vietnamese, in English where somebody wrote it.</summary>
/// <param name="Vi">The Vietnamese text; never empty.</param>
/// <param name="En">The English text; null where the Vietnamese stands for both.</param>
public sealed record LocalText(string Vi, string? En = null)
{
    /// <summary>The text in English if <paramref name="english"/> and there is one, otherwise in Vietnamese.</summary>
    public string In(bool english) => english && En is not null ? En : Vi;

    /// <inheritdoc/>
    public override string ToString() => Vi;
}
