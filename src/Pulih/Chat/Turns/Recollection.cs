using Pulih.Chat.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Turns;

/// <summary>What the dialogues of one batch recalled, kept so that the second message of a person sees what the first one did.</summary>
internal sealed class Recollection(PulihDb db, IReadOnlyDictionary<string, IDialogue> dialogues)
{
    private readonly Dictionary<(string Dialogue, Guid Person), object> known = [];

    /// <summary>Recalls, one dialogue after another, what the open dialogues of these people need.</summary>
    public async Task Ahead(IEnumerable<(string Dialogue, Listener Listener)> people, CancellationToken cancel)
    {
        foreach (var group in people.GroupBy(p => p.Dialogue))
        {
            await Recall(dialogues[group.Key], [.. group.Select(p => p.Listener)], cancel);
        }
    }

    /// <summary>What this dialogue knows of this person; asked for singly only when a conversation changes hands.</summary>
    public async Task<object> Of(IDialogue dialogue, Listener listener, CancellationToken cancel)
    {
        if (!known.ContainsKey((dialogue.Name, listener.PersonId)))
        {
            await Recall(dialogue, [listener], cancel);
        }

        return known[(dialogue.Name, listener.PersonId)];
    }

    private async Task Recall(IDialogue dialogue, IReadOnlyCollection<Listener> people, CancellationToken cancel)
    {
        foreach (var (person, found) in await dialogue.Recall(db, people, cancel))
        {
            known[(dialogue.Name, person)] = found;
        }
    }
}
