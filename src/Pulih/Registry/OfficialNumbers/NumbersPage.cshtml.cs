using Linkage.Standardising;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Facts;
using Pulih.Platform.Events;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Registry.Businesses;
using Pulih.Registry.Contracts;
using Pulih.Registry.People;
using Pulih.Registry.Words;

namespace Pulih.Registry.OfficialNumbers;

/// <summary>Where an owner gives the numbers of resident and business, or takes them back. Whose they are follows from the signed link alone.</summary>
[AllowAnonymous]
internal sealed class NumbersPage(PulihDb db, NumbersLink link, Keys keys, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    public Person Owner { get; private set; } = null!;

    public IReadOnlyList<Business> Businesses { get; private set; } = [];

    /// <summary>What is wrong with a field, by its name.</summary>
    public Dictionary<string, string> Wrong { get; } = new(StringComparer.Ordinal);

    /// <summary>What was typed and is not saved yet, by its field.</summary>
    public Dictionary<string, string> Typed { get; } = new(StringComparer.Ordinal);

    public bool Saved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => await Load(token, cancel) ? Page() : Gone();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (!await Load(token, cancel))
        {
            return Gone();
        }

        var form = await Request.ReadFormAsync(cancel);
        var nik = Read(form, "nik", Numbers.Nik, "numbers.nik.wrong");
        var nibs = Businesses.Select(b => (Business: b, Nib: Read(form, Field(b), Numbers.Nib, "numbers.nib.wrong"))).ToList();
        if (Wrong.Count > 0)
        {
            return Page();
        }

        Owner.Nik = nik is null ? Owner.Nik : keys.Encrypt(nik);
        nibs.ForEach(n => n.Business.Nib = n.Nib is null ? n.Business.Nib : keys.Encrypt(n.Nib));
        Typed.Clear();
        return await Save("registry.numbers-given", cancel);
    }

    public async Task<IActionResult> OnPostForgetAsync(string token, CancellationToken cancel)
    {
        if (!await Load(token, cancel))
        {
            return Gone();
        }

        Owner.Nik = null;
        Businesses.ToList().ForEach(b => b.Nib = null);
        return await Save("registry.numbers-taken-back", cancel);
    }

    /// <summary>The last four digits, for the owner to recognise; null where none is kept.</summary>
    public string? Shown(byte[]? number) => number is null ? null : LastDigits.Of(keys.Decrypt(number));

    /// <summary>The name of a business's field.</summary>
    public static string Field(Business business) => $"nib-{business.Id:N}";

    // An empty field leaves what is there: people open the page to add one number, not to lose the other.
    private string? Read(IFormCollection form, string field, Func<string, string?> read, string trouble)
    {
        if (form[field].ToString() is not { } typed || string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        Typed[field] = typed;
        if (read(typed) is { } number)
        {
            return number;
        }

        Wrong[field] = text[trouble];
        return null;
    }

    private async Task<IActionResult> Save(string what, CancellationToken cancel)
    {
        Owner.Version++;
        db.Attest(what, Owner.Id, new { nik = Owner.Nik is not null, nib = Businesses.Count(b => b.Nib is not null) }, clock);
        db.Raise(new OwnerChanged(Owner.Id), clock);
        await db.SaveChangesAsync(cancel);
        Saved = true;
        return Page();
    }

    private async Task<bool> Load(string token, CancellationToken cancel)
    {
        if (link.Read(token, clock.GetUtcNow().UtcDateTime) is not { } id || await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } owner)
        {
            return false;
        }

        Owner = owner;
        Businesses = await db.Set<Business>().Where(b => b.OwnerId == id).OrderBy(b => b.CreatedAt).ThenBy(b => b.Id).ToListAsync(cancel);
        return true;
    }

    private NotFoundResult Gone() => NotFound();
}
