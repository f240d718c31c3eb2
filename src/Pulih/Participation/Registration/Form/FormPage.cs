using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Registration.Form;

/// <summary>What the owner's own page and a helper's have in common: the form, what was not understood of it, and a similar business to ask about.</summary>
internal abstract class FormPage(PulihDb db, ReadForm read, TakeForm take, EntryPoints entries, TimeProvider clock) : PageModel
{
    [BindProperty]
    public RegistrationForm Form { get; set; } = new();

    public IReadOnlyDictionary<string, Say> Unclear { get; private set; } = new Dictionary<string, Say>(StringComparer.Ordinal);

    /// <summary>The form as understood.</summary>
    protected FormRead? Understood { get; private set; }

    public SimilarBusiness? Similar { get; private set; }

    /// <summary>The permission as it is asked here.</summary>
    public string Permission { get; protected set; } = "";

    /// <summary>Whether the form cannot do without a number.</summary>
    public virtual bool PhoneNeeded => false;

    protected PulihDb Db => db;

    protected TimeProvider Clock => clock;

    protected void Empty() => Form = new() { Person = Ids.Next(clock) };

    /// <summary>Where somebody who came by this link is taken now; null where nothing is open.</summary>
    protected async Task<RegistrationKnown> Doors(CancellationToken cancel)
    {
        var (programmes, referrals) = await entries.Now(cancel);
        return new(null, Privacy.Contracts.Consents.None, [], programmes, referrals);
    }

    protected Destination? Destination(RegistrationKnown doors, string? referral) => doors.Destination(referral, clock.GetUtcNow().UtcDateTime);

    /// <summary>Adds what the form says; null where something is still to be said, and the page is shown again.</summary>
    protected async Task<Contracts.EnrolmentInfo?> Take(Destination destination, FilledInAt at, CancellationToken cancel)
    {
        Form = Form.Person == Guid.Empty ? Form with { Person = Ids.Next(clock) } : Form;
        Understood = read.Of(Form, phoneNeeded: at.Reachable);
        Unclear = Understood.Unclear;
        if (Unclear.Count > 0)
        {
            return null;
        }

        Similar = await take.Similar(db, Form, Understood, cancel);
        return Similar is null ? take.Add(db, Form, Understood, destination, at) : null;
    }
}
