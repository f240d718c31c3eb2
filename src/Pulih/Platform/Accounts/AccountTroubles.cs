using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Pulih.Platform.Accounts;

/// <summary>What Identity finds wrong with an account, in the reader's language.</summary>
internal sealed class AccountTroubles(IStringLocalizer<Texts> text) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Said(nameof(PasswordTooShort), text["Please use at least {0} characters.", length]);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Said(nameof(PasswordRequiresUniqueChars), text["Please use at least {0} different characters.", uniqueChars]);

    public override IdentityError InvalidUserName(string? userName) => Said(nameof(InvalidUserName), text["This e-mail address does not look right."]);

    public override IdentityError DuplicateUserName(string userName) => Said(nameof(DuplicateUserName), text["Somebody already has this e-mail address."]);

    private static IdentityError Said(string code, string sentence) => new() { Code = code, Description = sentence };
}
