using HoiThi.Core.Contests;

namespace HoiThi.Core;

/// <summary>What is wrong with something a person entered: a value to show, not an exception.</summary>
/// <param name="Code">What is wrong, for programs; never changes, e.g. <c>citizen-id-length</c>.</param>
/// <param name="Field">The code of the field, or null where only the caller knows it (set it with <c>with</c>).</param>
/// <param name="Message">What to show beside the field: what is wrong and what to do.</param>
public sealed record FieldError(string Code, string? Field, LocalText Message)
{
    internal static FieldError Of(string code, string vi, string en) => new(code, null, new LocalText(vi, en));
}

/// <summary>What a check of entered text came to: the normalised value, or an error; exactly one of them.</summary>
/// <param name="Value">The value to keep, normalised; null where there is an error.</param>
/// <param name="Error">What is wrong; null where nothing is.</param>
public readonly record struct Checked<T>(T? Value, FieldError? Error)
    where T : class
{
    /// <summary>The value where nothing is wrong.</summary>
    /// <exception cref="InvalidOperationException">There is an error: the caller did not look.</exception>
    public T Required => Value ?? throw new InvalidOperationException($"There is no value: {Error?.Code}.");

    /// <summary>The same outcome, with the field named in the error.</summary>
    public Checked<T> For(string field) => this with { Error = Error is null ? null : Error with { Field = field } };
}
