using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Registration.Form;

/// <summary>What the owner's own page and a helper's have in common: the form, what was not understood of it, and a similar business to ask about.</summary>
internal abstract class FormPage(PulihDb db, ReadForm read, TakeForm take, EntryPoints entries, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<string, Say> unclear = new Dictionary<string, Say>(StringComparer.Ordinal);

    [BindProperty]
    public RegistrationForm Form { get; set; } = new();

    public SimilarBusiness? Similar { get; private set; }

    /// <summary>The permission as it is asked here.</summary>
    public string Permission { get; protected set; } = "";

    /// <summary>What went wrong with all of it, as a key of the texts.</summary>
    public string? Trouble { get; protected set; }

    /// <summary>Where this page's forms are filled in.</summary>
    public abstract FilledInAt At { get; }

    protected PulihDb Db => db;

    protected TimeProvider Clock => clock;

    /// <summary>The form as understood.</summary>
    protected FormRead? Understood { get; private set; }

    /// <summary>What to choose from where a field may mean several things.</summary>
    public IEnumerable<SelectListItem> Choices(string field) => unclear.GetValueOrDefault(field)?.Choices
        .Select(c => new SelectListItem(string.IsNullOrEmpty(c.Description) ? c.Title : $"{c.Title} – {c.Description}", c.Payload.Split(':')[1])) ?? [];

    protected void Empty() => Form = new() { Person = Ids.Next(clock) };

    /// <summary>What is open at this moment, and by which links.</summary>
    protected async Task<RegistrationKnown> Doors(CancellationToken cancel)
    {
        var (programmes, referrals) = await entries.Now(cancel);
        return new(null, Privacy.Contracts.Consents.None, [], programmes, referrals);
    }

    /// <summary>Where somebody who came by this link is taken now; null where nothing is open.</summary>
    protected Destination? Destination(RegistrationKnown doors, string? referral) => doors.Destination(referral, clock.GetUtcNow().UtcDateTime);

    /// <summary>Adds what the form says; null where something is still to be said, and the page is shown again.</summary>
    protected async Task<EnrolmentInfo?> Take(Destination destination, CancellationToken cancel)
    {
        Form = Form.Person == Guid.Empty ? Form with { Person = Ids.Next(clock) } : Form;
        Understood = read.Of(Form, phoneNeeded: At.Reachable);
        unclear = Understood.Unclear;
        foreach (var (field, say) in unclear)
        {
            // A page has no bold words and shows its question anyway.
            ModelState.AddModelError($"{nameof(Form)}.{field}", say.Text.Split('\n')[0].Replace("*", "", StringComparison.Ordinal));
        }

        if (unclear.Count > 0)
        {
            return null;
        }

        Similar = await take.Similar(db, Form, Understood, cancel);
        return Similar is null ? take.Add(db, Form, Understood, destination, At) : null;
    }

    /// <summary>Saves; false where the same form or number came at the same moment and is saved already.</summary>
    protected async Task<bool> Save(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (Exception trouble) when (Troubles.IsConflict(trouble))
        {
            Trouble = "form.twice";
            return false;
        }
    }
}
