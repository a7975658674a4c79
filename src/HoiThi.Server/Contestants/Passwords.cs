using System.Threading.RateLimiting;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contestants.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HoiThi.Server.Contestants;

/// <summary>
/// Passwords of contestants' own, as ASP.NET Core Identity hashes them (PBKDF2, slow on purpose): never on the writer's
/// thread, and never more at once than the machine has cores, so that papers stay fast while many sign in.
/// </summary>
public sealed class Passwords : IDisposable
{
    /// <summary>The fewest characters; there are no rules beside length (NIST SP 800-63B §3.1.1.2).</summary>
    public const int MinLength = 8;

    /// <summary>The most characters.</summary>
    public const int MaxLength = 128;

    private static readonly object Nobody = new();
    private readonly PasswordHasher<object> hasher = new(Options.Create(new PasswordHasherOptions()));
    private readonly Lazy<byte[]> dummy;
    private readonly ConcurrencyLimiter turns = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Environment.ProcessorCount,
        QueueLimit = 1_000,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public Passwords() => dummy = new Lazy<byte[]>(() => Convert.FromBase64String(hasher.HashPassword(Nobody, "nobody's password")));

    /// <summary>What is stored of a password, 61 bytes; a personal code has 16.</summary>
    /// <exception cref="StorageUnavailableException">Too many wait.</exception>
    public Task<byte[]> Hash(string password) => InTurn(() => Convert.FromBase64String(hasher.HashPassword(Nobody, password)));

    /// <summary>Whether a password is the stored one; takes as long where nothing is stored.</summary>
    /// <exception cref="StorageUnavailableException">Too many wait.</exception>
    public Task<bool> Verify(byte[]? stored, string password) => InTurn(() =>
        hasher.VerifyHashedPassword(Nobody, Convert.ToBase64String(stored ?? dummy.Value), password) != PasswordVerificationResult.Failed && stored is not null);

    /// <summary>What is wrong with a new password and its repetition.</summary>
    public static IEnumerable<FieldError> Check(string? password, string? again)
    {
        if (password is not { Length: >= MinLength and <= MaxLength })
        {
            yield return new FieldError("password-length", JoinFields.Secret, new LocalText(
                $"Mật khẩu riêng cần từ {MinLength} đến {MaxLength} ký tự.", $"Your password needs {MinLength} to {MaxLength} characters."));
        }
        else if (password != again)
        {
            yield return new FieldError("password-again", JoinFields.Again, new LocalText(
                "Hai lần nhập mật khẩu chưa giống nhau.", "The two passwords are not the same."));
        }
    }

    public void Dispose() => turns.Dispose();

    private async Task<T> InTurn<T>(Func<T> work)
    {
        using var lease = await turns.AcquireAsync();
        return lease.IsAcquired ? await Task.Run(work) : throw new StorageUnavailableException();
    }
}
