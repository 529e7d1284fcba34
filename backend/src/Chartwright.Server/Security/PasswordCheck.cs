using Microsoft.AspNetCore.Identity;

namespace Chartwright.Server.Security;

/// <summary>Compares against a slow salted hash that is made at start: the time taken says nothing about the password.</summary>
internal sealed class PasswordCheck
{
    private const int Rounds = 210_000; // PBKDF2-SHA512, as OWASP asks for
    private static readonly object User = new();
    private readonly PasswordHasher<object> _hasher = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly string? _hash;

    public PasswordCheck(string? password) => _hash = string.IsNullOrEmpty(password) ? null : _hasher.HashPassword(User, password);

    /// <summary>False as well when no password is configured.</summary>
    public bool IsRight(string attempt) => _hash is not null && _hasher.VerifyHashedPassword(User, _hash, attempt) is not PasswordVerificationResult.Failed;
}
