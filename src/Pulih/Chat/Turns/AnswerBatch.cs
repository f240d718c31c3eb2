using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;
using Pulih.Chat.Linking;
using Pulih.Platform.Events;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>Loads what a batch of messages needs, one query each, and answers them one after another in memory.</summary>
internal sealed class AnswerBatch(IEnumerable<IDialogue> dialogues, FindConversations find, HearMessage hear, LinkChannels link, IOutbox outbox, TimeProvider clock)
{
    private const int MostHandovers = 4;
    private static readonly TimeSpan FreeAfterAd = TimeSpan.FromHours(72);

    private readonly Dictionary<string, IDialogue> byName = dialogues.ToDictionary(d => d.Name);

    /// <returns>The addresses of those who said something, as their conversations have them.</returns>
    public async Task<IReadOnlyCollection<string>> Answer(PulihDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancel)
    {
        var conversations = await find.Of(db, messages, cancel);
        var recall = new Recollection(db, byName);
        await recall.Ahead(conversations.Values.Distinct().Select(c => (c.Dialogue, ListenerOf(c))), cancel);
        foreach (var message in messages)
        {
            var conversation = conversations[message.Id];
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = conversation.Language == "en" ? Cultures.English : Cultures.Indonesian;
            await Answer(db, message, conversation, recall, cancel);
        }

        return [.. messages.Where(m => !m.IsTold).Select(m => conversations[m.Id].Address).Distinct()];
    }

    private async Task Answer(PulihDb db, InboxMessage message, Conversation conversation, Recollection recall, CancellationToken cancel)
    {
        if (message.Kind == HeardKind.Moved)
        {
            await Move(db, message, conversation, cancel);
            return;
        }

        if (message.Kind == HeardKind.NoOffers)
        {
            db.Raise(new OffersRefused(conversation.PersonId), clock);
            conversation.Version++;
            return;
        }

        Note(db, message, conversation);
        if (conversation.IsHeld(clock.GetUtcNow().UtcDateTime) && !hear.GoesPastHumans(message))
        {
            conversation.WaitsSince ??= message.SentAt;
            return;
        }

        var turn = hear.Of(message, conversation);
        if (turn.Link is { } code)
        {
            turn = code.Length == 0
                ? turn with { Heard = null, Say = link.Offer(db, conversation), Aside = true }
                : turn with { Say = await link.Take(db, conversation, code, cancel), Dialogue = conversation.Dialogue };
        }

        var listener = ListenerOf(conversation);
        var say = turn.Say;
        var speaker = turn.Dialogue;
        var handovers = 0;
        if (turn.Heard is { } heard)
        {
            var preface = say?.Text;
            for (string? next = speaker; next is not null; heard = heard with { Kind = HeardKind.Begin, Text = "", Payload = null, File = null, Word = Word.None })
            {
                if (handovers++ > MostHandovers)
                {
                    throw new InvalidOperationException($"Dialogue {speaker} hands over to {next} and so on without an end (message {message.Id}).");
                }

                speaker = next;
                var dialogue = byName[speaker];
                var known = await recall.Of(dialogue, listener, cancel);
                var answer = await TurnOf(db, dialogue, conversation.StateOf(speaker), heard, listener, known, cancel);
                foreach (var deed in answer.Deeds)
                {
                    dialogue.Do(deed, listener, known, db);
                }

                conversation.Keep(speaker, answer.State);
                conversation.ProgrammeId = answer.Payer ?? conversation.ProgrammeId;
                say = answer.Say?.After(preface) ?? (preface is null ? null : new Say(preface));
                (preface, next) = (say?.Text, answer.Next);
            }

            if (!turn.Aside || handovers > 1)
            {
                conversation.Dialogue = speaker;
            }
        }

        if (say is not null)
        {
            if (!turn.Aside || say.Choices.Count > 0)
            {
                conversation.Offered = Offers.Json(speaker, say.Choices);
            }

            outbox.Queue(db, conversation.Outgoing(say.MustGo ? Purpose.Duty : Purpose.Reply, say) with { Dialogue = speaker, InReplyTo = message.MessageId });
        }
    }

    private static async Task<Answer> TurnOf(PulihDb db, IDialogue dialogue, string? state, Heard heard, Listener listener, object known, CancellationToken cancel)
    {
        var answer = dialogue.Turn(state, heard, listener, known);
        if (answer.Wanted is null)
        {
            return answer;
        }

        await dialogue.LookUp(db, answer.Wanted, listener, known, cancel);
        var informed = dialogue.Turn(state, heard, listener, known);
        return informed.Wanted is null ? informed : throw new InvalidOperationException($"Dialogue {dialogue.Name} wants to know {informed.Wanted} again and again.");
    }

    private async Task Move(PulihDb db, InboxMessage message, Conversation conversation, CancellationToken cancel)
    {
        if (Conversation.IsUserId(message.Text))
        {
            conversation.UserId = message.Text;
            conversation.Version++;
            if (!Conversation.IsUserId(conversation.Address))
            {
                return; // Their number is known and stays.
            }
        }

        // Somebody who wrote from the new number already has a conversation there; it is theirs.
        if (!await db.Set<Conversation>().AnyAsync(c => c.Channel == message.Channel && c.Address == message.Text, cancel))
        {
            db.Raise(new AddressChanged(conversation.PersonId, message.Channel, conversation.Address, message.Text), clock);
            conversation.Address = message.Text;
            conversation.Version++;
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
        if (message.FromAd)
        {
            // The provider counts from our answer, which comes after this.
            conversation.FreeUntil = message.SentAt + FreeAfterAd;
        }

        conversation.LastHeardAt = message.SentAt > conversation.LastHeardAt ? message.SentAt : conversation.LastHeardAt;
    }

    private static Listener ListenerOf(Conversation c) => new(c.PersonId, c.Channel, c.Address, c.ProfileName, c.Language);
}
