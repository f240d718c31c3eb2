using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;
using Pulih.Platform.Events;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>Loads what a batch of messages needs, one query each, and answers them one after another in memory.</summary>
internal sealed class AnswerBatch(IEnumerable<IDialogue> dialogues, IEnumerable<IKnowAddresses> registries, HearMessage hear, IOutbox outbox, TimeProvider clock)
{
    /// <summary>The dialogue every conversation begins with.</summary>
    public const string FrontDoor = "registration";

    private const int MostHandovers = 4;

    private readonly Dictionary<string, IDialogue> byName = dialogues.ToDictionary(d => d.Name);

    public async Task Answer(PulihDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancel)
    {
        var conversations = await Conversations(db, messages, cancel);
        var recall = new Recollection(db, byName);
        await recall.Ahead(conversations.Values.Select(c => (c.Dialogue, ListenerOf(c))), cancel);
        foreach (var message in messages)
        {
            var conversation = conversations[(message.Channel, message.Address)];
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = conversation.Language == "en" ? Cultures.English : Cultures.Indonesian;
            await Answer(db, message, conversation, recall, cancel);
        }
    }

    private async Task Answer(PulihDb db, InboxMessage message, Conversation conversation, Recollection recall, CancellationToken cancel)
    {
        Note(db, message, conversation);
        var turn = hear.Of(message, conversation);
        var listener = ListenerOf(conversation);
        var say = turn.Say;
        var speaker = turn.Dialogue;
        if (turn.Heard is { } heard)
        {
            var preface = say?.Text;
            var handovers = 0;
            for (string? next = speaker; next is not null; heard = heard with { Kind = HeardKind.Begin, Text = "", Payload = null, Word = Word.None })
            {
                if (handovers++ > MostHandovers)
                {
                    throw new InvalidOperationException($"Dialogue {speaker} hands over to {next} and so on without an end (message {message.Id}).");
                }

                speaker = next;
                var dialogue = byName[speaker];
                var known = await recall.Of(dialogue, listener, cancel);
                var answer = dialogue.Turn(conversation.StateOf(speaker), heard, listener, known);
                foreach (var deed in answer.Deeds)
                {
                    dialogue.Do(deed, listener, known, db);
                }

                conversation.Keep(speaker, answer.State);
                say = answer.Say?.After(preface) ?? (preface is null ? null : new Say(preface));
                (preface, next) = (say?.Text, answer.Next);
            }

            conversation.Dialogue = speaker;
        }

        if (say is not null)
        {
            conversation.Offered = Offers.Json(speaker, say.Choices);
            outbox.Queue(db, new(conversation.PersonId, conversation.Channel, conversation.Address, Purpose.Reply, say)
            {
                Number = conversation.Number, Dialogue = speaker, InReplyTo = message.MessageId, HeardAt = conversation.LastHeardAt,
            });
        }
    }

    private void Note(PulihDb db, InboxMessage message, Conversation conversation)
    {
        // Days are counted in WIB, seven hours ahead of UTC all year.
        var day = DateOnly.FromDateTime(message.SentAt.AddHours(7));
        if (conversation.Version == 0 || day > DateOnly.FromDateTime(conversation.LastHeardAt.AddHours(7)))
        {
            db.Raise(new PersonHeard(conversation.PersonId, day), clock);
        }

        conversation.Version++;
        conversation.Number = message.Number;
        conversation.ProfileName = message.ProfileName ?? conversation.ProfileName;
        conversation.LastHeardAt = message.SentAt > conversation.LastHeardAt ? message.SentAt : conversation.LastHeardAt;
    }

    private async Task<Dictionary<(string Channel, string Address), Conversation>> Conversations(PulihDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancel)
    {
        var found = new Dictionary<(string, string), Conversation>();
        foreach (var channel in messages.GroupBy(m => m.Channel))
        {
            var addresses = channel.Select(m => m.Address).Distinct().ToArray();
            foreach (var conversation in await db.Set<Conversation>().Where(c => c.Channel == channel.Key && addresses.Contains(c.Address)).ToListAsync(cancel))
            {
                found[(channel.Key, conversation.Address)] = conversation;
            }

            var strangers = addresses.Where(a => !found.ContainsKey((channel.Key, a))).ToArray();
            var known = new Dictionary<string, Guid>();
            foreach (var registry in strangers.Length > 0 ? registries : [])
            {
                foreach (var (address, person) in await registry.Find(db, channel.Key, strangers, cancel))
                {
                    known[address] = person;
                }
            }

            foreach (var first in channel.DistinctBy(m => m.Address).Where(m => !found.ContainsKey((channel.Key, m.Address))))
            {
                found[(channel.Key, first.Address)] = Begin(db, first, known.TryGetValue(first.Address, out var person) ? person : Ids.Next(clock));
            }
        }

        return found;
    }

    private Conversation Begin(PulihDb db, InboxMessage first, Guid person) =>
        db.Add(new Conversation
        {
            Id = Ids.Next(clock), Channel = first.Channel, Address = first.Address, PersonId = person, Number = first.Number,
            ProfileName = first.ProfileName, Dialogue = FrontDoor, FirstHeardAt = first.SentAt, LastHeardAt = first.SentAt,
        }).Entity;

    private static Listener ListenerOf(Conversation c) => new(c.PersonId, c.Channel, c.Address, c.ProfileName, c.Language);
}
