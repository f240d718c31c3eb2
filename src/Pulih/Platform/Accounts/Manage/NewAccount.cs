using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts.Manage;

/// <summary>What the owner writes to make an account or to change what it may do.</summary>
internal sealed class NewAccount
{
    private static readonly EmailAddressAttribute Address = new();

    public string? Email { get; set; }
    public string? Name { get; set; }
    public string? Role { get; set; }
    public Guid? PartnerId { get; set; }

    public static bool LooksLikeAddress(string? email) => email is { Length: > 2 and <= 200 } && Address.IsValid(email);

    /// <summary>Finds what is wrong with role and partner.</summary>
    public void CheckRole(ModelStateDictionary state, IReadOnlyList<PartnerChoice> partners, IStringLocalizer<Texts> text)
    {
        if (Role is null || !Roles.All.Contains(Role))
        {
            state.AddModelError("Input.Role", text["Please choose a role."]);
        }
        else if (Role == Roles.PartnerOfficer && !partners.Any(p => p.Id == PartnerId))
        {
            state.AddModelError("Input.PartnerId", text["A partner's officer needs a partner."]);
        }
    }

    /// <summary>Finds what is wrong with name and address.</summary>
    public async Task CheckPerson(ModelStateDictionary state, PulihDb db, IStringLocalizer<Texts> text, CancellationToken cancel)
    {
        (Email, Name) = (Email?.Trim(), Name?.Trim());
        if (Name is not { Length: > 0 and <= 100 })
        {
            state.AddModelError("Input.Name", text["Please write a name of at most 100 characters."]);
        }

        if (!LooksLikeAddress(Email))
        {
            state.AddModelError("Input.Email", text["This e-mail address does not look right."]);
        }
        else if (await db.Set<Account>().AnyAsync(a => a.NormalizedEmail == Email!.ToUpperInvariant(), cancel))
        {
            state.AddModelError("Input.Email", text["Somebody already has this e-mail address."]);
        }
    }
}
