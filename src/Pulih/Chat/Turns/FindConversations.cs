using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Turns;

/// <summary>The conversations a batch of messages belongs to.</summary>
internal sealed class FindConversations(IEnumerable<IKnowAddresses> registries, TimeProvider clock)
{
    /// <summary>The dialogue every conversation begins with.</summary>
    public const string FrontDoor = "registration";

    /// <summary>One conversation for each address among the messages; strangers get a new one, added but not saved.</summary>
    public async Task<Dictionary<(string Channel, string Address), Conversation>> Of(PulihDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancel)
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
}
