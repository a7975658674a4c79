using System.Diagnostics.CodeAnalysis;
using HoiThi.Core;

namespace HoiThi.Formats;

/// <summary>What came of reading a file: its value, or every mistake that was found in it.</summary>
/// <typeparam name="T">What the file holds.</typeparam>
/// <param name="Value">The value; null exactly where there are mistakes.</param>
/// <param name="Mistakes">The mistakes, in order of file and line; empty where all is well.</param>
public sealed record Reading<T>(T? Value, ValueList<Mistake> Mistakes)
    where T : class
{
    /// <summary>Whether there is a value and no mistake.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null && Mistakes.Count == 0;

    /// <summary>The value of a file that is known to be right.</summary>
    /// <exception cref="InvalidDataException">There are mistakes; the message has a line for each.</exception>
    public T Require() => Succeeded ? Value : throw new InvalidDataException(string.Join('\n', Mistakes));

    /// <summary>The value if nothing was found, otherwise the findings in order of their lines.</summary>
    internal static Reading<T> Of(T? value, params IEnumerable<Findings> findings)
    {
        var mistakes = findings.SelectMany(found => found.InOrder).ToValueList();
        return new(mistakes.Count == 0 ? value : null, mistakes);
    }
}
