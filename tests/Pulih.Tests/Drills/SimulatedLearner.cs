using System.Text.RegularExpressions;
using FakeMeta;
using FakeMeta.People;

namespace Pulih.Drills;

/// <summary>
/// An owner with a phone, who knows the product only by what appears on the screen: reads the newest message, taps one
/// of its choices or types what it asks for, writes again when nothing comes, and stops when the course is completed.
/// </summary>
internal sealed partial class SimulatedLearner(FakeMetaServer meta, Phone phone, IReadOnlyDictionary<string, string> answers, Random chance)
{
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(24);
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(9);
    private static readonly string[] Names = ["Sri (contoh)", "Joko (contoh)", "Bu Wati (contoh)", "Made (contoh)"];
    private static readonly string[] Places = ["Pare, Kediri", "Ubud, Gianyar", "Cibinong", "Kota Padang", "Depok, Sleman"];
    private static readonly string[] Sold = ["keripik pisang", "gorengan", "baju anak", "kue basah", "warung sembako"];

    // Grows with every message written in vain: who asks every three seconds for ever only makes the queue longer,
    // because beyond a burst one person is sent one message in six seconds.
    private TimeSpan patience = TimeSpan.FromSeconds(3);
    private bool inQuiz;
    private string? answered;

    public Phone Phone { get; } = phone;

    public bool Completed { get; private set; }

    /// <summary>The ids of what this owner sent and the product said it has.</summary>
    public IEnumerable<string> Acknowledged => Phone.Chat.Where(e => e.FromPerson && e.State is ChatState.Delivered or ChatState.Read).Select(e => e.Id);

    /// <summary>Says hello and goes on until the course is completed.</summary>
    public async Task Learn(CancellationToken cancel)
    {
        await Phone.SendText("halo");
        for (var seen = 0; !Completed;)
        {
            if (!await SomethingNew(seen, cancel))
            {
                answered = null;
                patience = patience < MostPatience ? patience * 2 : patience;
                await Phone.SendText(inQuiz ? "ulang" : "lanjut");
                continue;
            }

            await Task.Delay(chance.Next(20, 200), cancel);
            var screen = meta.SentTo(Phone.Number);
            seen = screen.Count;
            Completed = screen.Any(m => Finished().IsMatch(m.Text));
            if (!Completed && Question(screen[^1]) != answered)
            {
                answered = Question(screen[^1]);
                await React(screen[^1]);
            }
        }
    }

    /// <summary>The end of the chat, for whoever looks into a failure.</summary>
    public override string ToString() => $"{Phone.Number}: " + string.Join("\n", Phone.Chat.TakeLast(8).Select(e => $"  {e.At:mm:ss.fff} {(e.FromPerson ? "me" : "us")} {e.State} {e.Json?.ToJsonString()}"));

    private async Task<bool> SomethingNew(int seen, CancellationToken cancel)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        waiting.CancelAfter(patience);
        try
        {
            for (var change = Phone.Changed(waiting.Token); meta.SentTo(Phone.Number).Count <= seen; change = Phone.Changed(waiting.Token))
            {
                await change;
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>What a message asks; whoever has just answered it does not answer once more because it appears twice.</summary>
    private static string Question(SentMessage message) => message.Replies.Count > 0 ? message.Replies[0].Id : message.Text;

    private Task React(SentMessage message)
    {
        if (message.Json?["type"]?.GetValue<string>() == "audio")
        {
            // A number typed late may have asked for voices. The words come as the next message, six seconds later.
            patience = patience < BetweenMessages ? BetweenMessages : patience;
            return Task.CompletedTask;
        }

        var text = message.Text;
        var choices = message.Replies.Where(c => !c.Title.StartsWith("🔊", StringComparison.Ordinal)).ToList(); // Who listens is sent twice as much, and waits twice as long.
        inQuiz = answers.Keys.Any(text.Contains);
        if (choices.FirstOrDefault(c => c.Title.StartsWith("🔇", StringComparison.Ordinal)) is { } silent)
        {
            return Take(message, silent);
        }

        if (choices.FirstOrDefault(c => c.Title is "Lanjut" or "Setuju" or "Daftar" or "Ulangi kuis") is { } obvious)
        {
            return Take(message, obvious);
        }

        if (inQuiz)
        {
            var right = answers.First(a => text.Contains(a.Key)).Value;
            return Take(message, choices.FirstOrDefault(c => c.Title == right && chance.Next(12) > 0) ?? choices[chance.Next(choices.Count)]);
        }

        return choices.Count is 0 or > 3 && Asked(text) is { } typed ? Phone.SendText(typed)
            : choices.Count > 0 ? Take(message, choices[chance.Next(choices.Count)])
            : Phone.SendText("lanjut");
    }

    private string? Asked(string text) =>
        text.Contains("nama usaha", StringComparison.OrdinalIgnoreCase) ? $"Usaha {Phone.Number[^4..]} (contoh)"
        : text.Contains("nama Bapak/Ibu", StringComparison.Ordinal) ? Names[chance.Next(Names.Length)]
        : text.Contains("jualan", StringComparison.OrdinalIgnoreCase) || text.Contains("barang atau jasa", StringComparison.Ordinal) ? Sold[chance.Next(Sold.Length)]
        : text.Contains("kecamatan", StringComparison.Ordinal) ? Places[chance.Next(Places.Length)]
        : null;

    /// <summary>Mostly taps; sometimes taps twice, sometimes types the number of the choice.</summary>
    private Task Take(SentMessage message, Reply choice)
    {
        var place = message.Replies.ToList().IndexOf(choice) + 1;
        var times = chance.Next(12) == 0 ? 2 : 1;
        var isList = message.Json?["interactive"]?["type"]?.GetValue<string>() == "list";
        return chance.Next(12) == 0 ? Phone.SendText($"{place}")
            : isList ? Phone.Choose(choice, message.Id, times, atOnce: true)
            : Phone.Tap(choice, message.Id, times, atOnce: true);
    }

    [GeneratedRegex(@"elatihan \*.+\* sudah selesai")]
    private static partial Regex Finished();
}
