using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Turns;

/// <summary>The conversations a batch of messages belongs to.</summary>
internal sealed class FindConversations(IEnumerable<IKnowAddresses> registries, TimeProvider clock)
{
    /// <summary>The dialogue every conversation begins with.</summary>
    public const string FrontDoor = "registration";

    /// <summary>The conversation of each message, by the message's id; strangers get a new one, added but not saved.</summary>
    public async Task<IReadOnlyDictionary<long, Conversation>> Of(PulihDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancel)
    {
        var found = new Dictionary<long, Conversation>();
        foreach (var channel in messages.GroupBy(m => m.Channel))
        {
            var there = await There(db, channel.Key, [.. channel], cancel);
            foreach (var message in channel)
            {
                if (there.Find(c => c.Address == message.Address) is not { } conversation)
                {
                    // A number that was withheld, or is told now: the business-scoped id says whose it is.
                    conversation = there.FindLast(c => c.UserId is not null && c.UserId == message.UserId) ?? Begin(db, message, there);
                }

                Know(db, conversation, message);
                found[message.Id] = conversation;
            }

            await Recognise(db, channel.Key, [.. channel.Select(m => found[m.Id]).Where(c => c.Version == 0).Distinct()], cancel);
        }

        return found;
    }

    private static async Task<List<Conversation>> There(PulihDb db, string channel, List<InboxMessage> messages, CancellationToken cancel)
    {
        var addresses = messages.Select(m => m.Address).Distinct().ToArray();
        var there = await db.Set<Conversation>().Where(c => c.Channel == channel && addresses.Contains(c.Address)).ToListAsync(cancel);
        var ids = messages.Where(m => m.UserId is not null && !there.Exists(c => c.Address == m.Address)).Select(m => m.UserId).Distinct().ToArray();
        if (ids.Length > 0)
        {
            there.AddRange(await db.Set<Conversation>().Where(c => c.Channel == channel && ids.Contains(c.UserId)).OrderBy(c => c.LastHeardAt).ToListAsync(cancel));
        }

        return there;
    }

    private Conversation Begin(PulihDb db, InboxMessage first, List<Conversation> there)
    {
        var begun = db.Add(new Conversation
        {
            Id = Ids.Next(clock), Channel = first.Channel, Address = first.Address, UserId = first.UserId, PersonId = Ids.Next(clock), Number = first.Number,
            ProfileName = first.ProfileName, Dialogue = FrontDoor, FirstHeardAt = first.SentAt, LastHeardAt = first.IsTold ? DateTime.UnixEpoch : first.SentAt,
        }).Entity;
        there.Add(begun);
        return begun;
    }

    /// <summary>Keeps what the message tells of who writes.</summary>
    private void Know(PulihDb db, Conversation conversation, InboxMessage message)
    {
        conversation.UserId = message.UserId ?? conversation.UserId;
        if (conversation.Address != message.Address && message.Address != message.UserId)
        {
            // The number of somebody who was known by the business-scoped id alone.
            db.Raise(new AddressChanged(conversation.PersonId, conversation.Channel, conversation.Address, message.Address), clock);
            conversation.Address = message.Address;
        }
    }

    /// <summary>Strangers to the chat may be known to the registry by their address.</summary>
    private async Task Recognise(PulihDb db, string channel, List<Conversation> strangers, CancellationToken cancel)
    {
        foreach (var registry in strangers.Count > 0 ? registries : [])
        {
            var known = await registry.Find(db, channel, strangers.ConvertAll(s => s.Address), cancel);
            foreach (var stranger in strangers.Where(s => known.ContainsKey(s.Address)))
            {
                stranger.PersonId = known[stranger.Address];
            }
        }
    }
}
