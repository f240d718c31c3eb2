using System.Collections.Concurrent;
using FakeMeta.Webhooks;

namespace FakeMeta.People;

/// <summary>Everybody who has WhatsApp, seen from each business number.</summary>
internal sealed class Population(FakeMetaOptions options)
{
    private readonly ConcurrentDictionary<(string PhoneNumberId, string WaId), Person> people = new();
    private readonly ConcurrentDictionary<(string PhoneNumberId, string UserId), Person> byUserId = new();
    private readonly ConcurrentDictionary<string, Person> writers = new();

    public IEnumerable<Person> All => people.Values;

    public Person Meet(string phoneNumberId, string waId, string? name = null)
    {
        var person = people.GetOrAdd((phoneNumberId, waId), static (key, name) => new Person(key.PhoneNumberId, key.WaId, name ?? key.WaId), name);
        byUserId.TryAdd((phoneNumberId, person.UserId), person);
        return person;
    }

    public Person? FindNumber(string phoneNumberId, string waId) =>
        people.TryGetValue((phoneNumberId, waId), out var person) ? person
        : options.HasWhatsApp?.Invoke(waId) == true ? Meet(phoneNumberId, waId)
        : null;

    /// <summary>Only who wrote to a Page is known to it.</summary>
    public Person? Known(string pageId, string userId) => people.TryGetValue((pageId, userId), out var person) ? person : null;

    public Person? FindUser(string phoneNumberId, string userId) =>
        byUserId.TryGetValue((phoneNumberId, userId), out var person) ? person : null;

    public void Wrote(Person person, string messageId)
    {
        if (!options.Unlimited)
        {
            writers[messageId] = person;
        }
    }

    public Person? Writer(string messageId) => writers.TryGetValue(messageId, out var person) ? person : null;

    /// <summary>Shows statuses as ticks in the chats.</summary>
    public void Show(StatusDue[] statuses)
    {
        if (options.Unlimited)
        {
            return;
        }

        foreach (var due in statuses)
        {
            var state = due.Status switch
            {
                "failed" => ChatState.Failed,
                "read" => ChatState.Read,
                "delivered" => ChatState.Delivered,
                _ => ChatState.Sent,
            };
            Known(due.Message.PhoneNumberId, due.Message.To)?.SetState(due.Message.Id, state);
        }
    }
}
