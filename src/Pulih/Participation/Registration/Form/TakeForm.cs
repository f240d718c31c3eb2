using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration.Form;

/// <summary>Where a form was filled in.</summary>
/// <param name="Channel"><c>web</c> for the owner's own browser, <c>meja</c> for a helper's.</param>
/// <param name="Reachable">Whether the number is known to be the person's: a helper saw the phone, a browser only says so.</param>
internal sealed record FilledInAt(string Channel, bool Reachable)
{
    public static readonly FilledInAt Web = new("web", Reachable: false);
    public static readonly FilledInAt Fair = new("meja", Reachable: true);
}

/// <summary>Registers an owner and a business from a form that was understood, and enrols them.</summary>
internal sealed class TakeForm(IPeople people, IConsent consents, IFindSimilar similar, Enrol enrol)
{
    /// <summary>A known business that may be this one; null where none is or the answer is there.</summary>
    public async Task<SimilarBusiness?> Similar(PulihDb db, RegistrationForm form, FormRead read, CancellationToken cancel) =>
        form is { Similar: not null, Same: not null }
            ? null
            : await similar.Find(db, new(form.Person, read.Answers.Name!, read.Phone, read.Answers.BusinessName!, read.Answers.Place!), cancel);

    /// <summary>Adds all rows; the caller saves.</summary>
    public EnrolmentInfo Add(PulihDb db, RegistrationForm form, FormRead read, Destination destination, FilledInAt at)
    {
        var said = read.Answers;
        var asked = consents.Ask(ConsentPurpose.TakePart, "");
        consents.Record(db, form.Person, ConsentPurpose.TakePart, given: true, asked.Version, at.Channel);
        var (channel, address) = at.Reachable && read.Phone is { } phone ? ("whatsapp", phone[1..]) : (at.Channel, form.Person.ToString("N"));
        var owner = people.Register(db, new(form.Person, said.Name!, said.Address, read.Phone, channel, address, said.Place!, "id"));
        owner = people.AddBusiness(db, owner, new(said.BusinessName!, said.Sold!, said.Sector!, said.Kbli, said.Place!)
        {
            Word = form is { Similar: { } record, Same: { } same } ? new(record, same) : null,
        });
        return enrol.Into(db, owner, owner.Businesses[0].Id, destination);
    }
}
