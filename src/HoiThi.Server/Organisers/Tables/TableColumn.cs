using HoiThi.Core.Contests;
using HoiThi.Server.Site;
using Microsoft.AspNetCore.Components;

namespace HoiThi.Server.Organisers.Tables;

/// <summary>A column of a table: what it sorts and exports by, and how it is shown.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Title">Its head.</param>
/// <param name="Value">A text, a number or a moment; it goes into the exported file as it is.</param>
public sealed record TableColumn<TRow>(string Key, LocalText Title, Func<TRow, object?> Value)
{
    /// <summary>Whether figures stand in it, at the right; the greatest first when it is asked to order.</summary>
    public bool Number { get; init; }

    /// <summary>Whether it takes a line of its own on a phone.</summary>
    public bool Wide { get; init; }

    /// <summary>Whether the table can be ordered by it.</summary>
    public bool Sorts { get; init; } = true;

    /// <summary>Whether it is shown; what is not is exported only.</summary>
    public bool Shown { get; init; } = true;

    /// <summary>Whether it is exported.</summary>
    public bool Exported { get; init; } = true;

    /// <summary>The value in words; without it numbers and moments are shown as everywhere.</summary>
    public Func<TRow, Language, string>? Text { get; init; }

    /// <summary>Where a row leads.</summary>
    public Func<TRow, string>? Href { get; init; }

    /// <summary>A second, smaller line.</summary>
    public Func<TRow, string?>? Small { get; init; }

    /// <summary>The whole cell, where a text is not enough.</summary>
    public RenderFragment<TRow>? Cell { get; init; }

    public string Show(TRow row, Language language) => Text is not null ? Text(row, language) : Value(row) switch
    {
        null => "",
        DateTime moment => language.Moment(moment),
        int number => language.Number(number),
        long number => language.Number(number),
        var value => Convert.ToString(value, language.Culture()) ?? "",
    };
}

/// <summary>A choice beside the search that narrows the rows.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Label">What it is about.</param>
/// <param name="Options">What can be chosen, beside everything.</param>
/// <param name="Search">Whether there are so many that one types to find them.</param>
public sealed record TableFilter(string Key, string Label, IReadOnlyList<(string Value, string Name)> Options, bool Search = false)
{
    /// <summary>A day to type instead of options.</summary>
    public bool Day { get; init; }
}
