namespace FakeMeta;

/// <summary>Every accepted send in order, findable by person.</summary>
internal sealed class SentLog(int keep)
{
    private readonly Lock gate = new();
    private readonly Queue<SentMessage> all = new();
    private readonly Dictionary<string, PersonLog> byPerson = new();
    private long count;

    public long Count => Interlocked.Read(ref count);

    public void Add(SentMessage message)
    {
        lock (gate)
        {
            all.Enqueue(message);
            if (!byPerson.TryGetValue(message.To, out var own))
            {
                byPerson[message.To] = own = new PersonLog();
            }

            own.Messages.Enqueue(message);
            if (all.Count > keep)
            {
                // The oldest of all is also the oldest of its person.
                var oldest = byPerson[all.Dequeue().To];
                oldest.Messages.Dequeue();
                oldest.Dropped++;
            }

            count++;
        }
    }

    public SentMessage[] All()
    {
        lock (gate)
        {
            return [.. all];
        }
    }

    public SentMessage[] To(string person)
    {
        lock (gate)
        {
            return byPerson.TryGetValue(person, out var own) ? [.. own.Messages] : [];
        }
    }

    /// <summary>The person's message with this running number from 0; null when it has not come or was dropped.</summary>
    public SentMessage? At(string person, int number)
    {
        lock (gate)
        {
            return byPerson.TryGetValue(person, out var own) && number >= own.Dropped
                ? own.Messages.ElementAtOrDefault(number - own.Dropped)
                : null;
        }
    }

    public int BusiestSecond(string? phoneNumberId)
    {
        var times = All().Where(m => phoneNumberId is null || m.PhoneNumberId == phoneNumberId).Select(m => m.At).ToArray();
        var (from, most) = (0, 0);
        for (var to = 0; to < times.Length; to++)
        {
            while (times[to] - times[from] >= TimeSpan.FromSeconds(1))
            {
                from++;
            }

            most = Math.Max(most, to - from + 1);
        }

        return most;
    }

    private sealed class PersonLog
    {
        public Queue<SentMessage> Messages { get; } = new();

        public int Dropped { get; set; }
    }
}
