using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Pulih.Chat.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Registration.Form;

/// <summary>At a fair's table: a helper types what an owner says, one owner after another; the owner goes on in WhatsApp from their own phone.</summary>
[Authorize(Policies.Lists)]
internal sealed class FairPage(PulihDb db, ReadForm read, TakeForm take, EntryPoints entries, RegistrationMessages messages, IKnowAddresses addresses, WhatsAppSettings whatsApp, TimeProvider clock) : FormPage(db, read, take, entries, clock)
{
    public const string Address = "/daftarkan";

    /// <summary>The entry link the owners are taken in by; kept from one to the next.</summary>
    [BindProperty(SupportsGet = true, Name = "kode")]
    public string? Code { get; set; }

    /// <summary>The owner registered just now.</summary>
    [TempData]
    public string? Just { get; set; }

    /// <summary>The entry links to choose from; a partner's officer sees only its own.</summary>
    public IReadOnlyList<(string Code, string Told)> Links { get; private set; } = [];

    public override FilledInAt At => FilledInAt.Fair;

    public string Number => whatsApp.Numbers.Count > 0 ? whatsApp.Numbers[0].Display : "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Empty();
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Prepare(cancel) is not { } destination)
        {
            return NotFound();
        }

        if (await Take(destination, cancel) is not { } enrolment)
        {
            return Page();
        }

        if (await Known(cancel))
        {
            Trouble = "form.fair.known";
            return Page();
        }

        Db.Attest("participation.typed-in", enrolment.PersonId, new { enrolment = enrolment.Id, by = User.AccountId() }, Clock);
        if (!await Save(cancel))
        {
            return Page();
        }

        Just = Understood!.Answers.Name;
        return Redirect($"{Address}?kode={Uri.EscapeDataString(Code!)}");
    }

    // The number is somebody's already: that person goes on in the chat, and nothing is added.
    private async Task<bool> Known(CancellationToken cancel) =>
        (await addresses.Find(Db, "whatsapp", [Understood!.Phone![1..]], cancel)).Count > 0;

    private async Task<Enrolments.Destination?> Prepare(CancellationToken cancel)
    {
        var doors = await Doors(cancel);
        var scope = PartnerScope.Of(User);
        var links = doors.Links.Where(l => doors.Programmes.Partner(l.PartnerId)?.Suspended != true && (scope.PartnerId is null || l.PartnerId == scope.PartnerId)).ToList();
        Links = [.. links.Select(l => (l.Code, $"{doors.Programmes.Cohort(l.CohortId)?.Name} · {doors.Programmes.Partner(l.PartnerId)?.Name} · {l.Source} ({l.Code})"))];
        Code = links.Find(l => l.Code == Code)?.Code ?? (HttpMethods.IsGet(Request.Method) ? links.FirstOrDefault()?.Code : null);
        var destination = Code is null ? null : Destination(doors, Code);
        Permission = destination is null ? "" : messages["form.fair.agree", messages.Permission(doors.Programmes.ById(destination.Cohort.ProgrammeId)).Text];
        return destination;
    }
}
