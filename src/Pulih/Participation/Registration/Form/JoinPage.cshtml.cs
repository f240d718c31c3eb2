using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Registration.Form;

/// <summary>The light web page on which an owner without WhatsApp registers and goes straight on to the first lesson.</summary>
[AllowAnonymous]
internal sealed class JoinPage(PulihDb db, ReadForm read, TakeForm take, EntryPoints entries, RegistrationMessages messages, IOpenLessons lessons, JoinLimit limit, TimeProvider clock) : FormPage(db, read, take, entries, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? Referral { get; set; }

    public bool Open { get; private set; }

    public override FilledInAt At => FilledInAt.Web;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Empty();
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Prepare(cancel) is not { } destination)
        {
            return Page();
        }

        if (!limit.Allows(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Trouble = "form.busy";
            return Page();
        }

        if (await Take(destination, cancel) is not { } enrolment)
        {
            return Page();
        }

        var door = lessons.Door(Db, enrolment);
        return await Save(cancel) ? Redirect(door ?? "/belajar") : Page();
    }

    private async Task<Enrolments.Destination?> Prepare(CancellationToken cancel)
    {
        var doors = await Doors(cancel);
        var destination = Destination(doors, Referral);
        Open = destination is not null;
        Permission = destination is null ? "" : messages.Permission(doors.Programmes.ById(destination.Cohort.ProgrammeId)).Text;
        return destination;
    }
}
