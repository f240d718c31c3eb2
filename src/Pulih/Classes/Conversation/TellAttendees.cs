using Pulih.Chat.Contracts;
using Pulih.Classes.Seats;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Classes.Conversation;

/// <summary>Says something to people of a class outside a turn, where nobody has set a language: Indonesian is the first.</summary>
internal sealed class TellAttendees(ISpeak speak, IPeople people)
{
    /// <summary>Queues what each of them is to be told; never saves. Who is no longer registered is left out.</summary>
    public async Task Each(PulihDb db, IReadOnlyCollection<Attendee> whom, Func<Attendee, PersonInfo, Say> what, CancellationToken cancel)
    {
        if (whom.Count == 0)
        {
            return;
        }

        var owners = await people.Load(db, [.. whom.Select(a => a.PersonId)], cancel);
        var said = Cultures.First(() => whom.Where(a => owners.ContainsKey(a.PersonId)).Select(a => (a.PersonId, what(a, owners[a.PersonId]))).ToList());
        await speak.To(db, Purpose.Notice, said, cancel, ClassDialogue.DialogueName);
    }
}
