using Pulih.Chat.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>Carries out what a turn decided, in memory; what is known of the person is kept true for the next message of the batch.</summary>
internal sealed class DoRegistration(IPeople people, IConsent consents, Enrol enrol, TimeProvider clock)
{
    public void Do(object deed, Listener listener, RegistrationKnown known, PulihDb db)
    {
        switch (deed)
        {
            case AnswerConsent answer:
                consents.Record(db, listener.PersonId, ConsentPurpose.TakePart, answer.Given, answer.TextVersion, listener.Channel);
                known.Consents = known.Consents.With(ConsentPurpose.TakePart, answer.Given);
                break;
            case RegisterOwner owner:
                known.Person = people.Register(db, new(listener.PersonId, owner.Name, owner.Address, Phone(listener), listener.Channel, listener.Address, owner.RegionCode, listener.Language));
                break;
            case AddBusiness added:
                known.Person = people.AddBusiness(db, known.Person!, added.Business);
                break;
            case EnrolBusiness enrolled:
                known.Enrolments = [enrol.Into(db, known.Person!, enrolled.BusinessId ?? known.Person!.Businesses[^1].Id, enrolled.Destination), .. known.Enrolments];
                break;
            case CorrectName name:
                known.Person = people.Rename(db, known.Person!, name.Name, name.Address);
                break;
            case CorrectBusiness change:
                known.Person = people.ChangeBusiness(db, known.Person!, change.BusinessId, change.Change);
                break;
            case ChooseEnrolment choice:
                Choose(db, known, choice.EnrolmentId);
                break;
            default:
                throw new ArgumentException($"Registration knows no deed {deed.GetType().Name}.", nameof(deed));
        }
    }

    private void Choose(PulihDb db, RegistrationKnown known, Guid enrolmentId)
    {
        var chosen = known.Enrolments.First(e => e.Id == enrolmentId);
        var change = new Changing<Enrolment>(db, new Enrolment { Id = chosen.Id, Version = chosen.Version }, enrolmentId);
        change.Set(e => e.ChosenAt, clock.GetUtcNow().UtcDateTime);
        change.Set(e => e.Version, change.Entity.Version + 1);
        known.Enrolments = [chosen, .. known.Enrolments.Where(e => e.Id != enrolmentId)];
    }

    /// <summary>The number somebody writes from; on WhatsApp the address is the number, and a business-scoped id is none.</summary>
    public string? Phone(Listener listener) => listener.Channel == "whatsapp" ? people.ReadPhone("+" + listener.Address) : null;
}
