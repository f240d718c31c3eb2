using CsCheck;
using FakeMeta;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pulih.Chat.Contracts;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>Meta promises neither one delivery nor an order: whatever comes how often, it acts once, and the end is that of some order.</summary>
public sealed class DisorderTests : IAsyncLifetime
{
    private static readonly Gen<Act> Acts = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 5], Gen.Bool, Gen.Int[0, 40], (what, times, atOnce, pause) => new Act(what, times, atOnce, pause));
    private static readonly Gen<Act[][]> Scripts = Acts.Array[1, 6].Array[1, 3];

    private int people;
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(adjust: DiaryDialogue.Only, meta: new FakeMetaOptions
    {
        DeliveredAfter = TimeSpan.Zero, PairRule = false, PerSecond = 1_000, Chaos = new(Seed: 11, Duplicates: 0.3, Delays: 0.5, MaxDelay: TimeSpan.FromMilliseconds(150)),
    }, settings: "--Channels:WhatsApp:Numbers:0:PerSecond=1000");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public Task Deliveries_repeated_shuffled_and_late_end_as_some_order_of_single_ones_ends() => Scripts.SampleAsync(
        async scripts =>
        {
            var written = await Task.WhenAll(scripts.Select(Play));
            await app.Meta.Idle();
            await app.Quiet();
            foreach (var (phone, sent) in written)
            {
                var conversation = await app.With(db => db.Set<Conversation>().SingleAsync(c => c.Address == phone.Number));
                var diary = System.Text.Json.JsonSerializer.Deserialize<DiaryDialogue.Diary>(conversation.StateOf("registration")!)!;
                diary.Heard.Order().ShouldBe(sent.Order(), "each acts once");
                var facts = await app.With(db => db.Set<Fact>().Where(f => f.Subject == conversation.PersonId && f.Kind == "test.heard").OrderBy(f => f.Id).Select(f => f.Content!).ToListAsync());
                facts.ShouldBe(diary.Heard.Select((what, i) => $$"""{"Page":{{i + 1}},"What":"{{what}}"}"""), "the order of the facts is the order of the state");
                app.Meta.SentTo(phone.Number).Select(m => m.Text).Order().ShouldBe(diary.Heard.Select((what, i) => $"{i + 1:00}: {what}").Order(), "one answer each");
            }
        },
        iter: 15, threads: 1);

    private async Task<(Phone Phone, IReadOnlyList<string> Sent)> Play(Act[] script)
    {
        var phone = app.Phone($"62814{Interlocked.Increment(ref people):D8}", "Orang (contoh)");
        var sent = new List<string> { "halo" };
        await phone.SendText("halo");
        var first = await phone.Answer();
        var sending = new List<Task>();
        for (var i = 0; i < script.Length; i++)
        {
            var act = script[i];
            await Task.Delay(act.Pause);
            sent.Add(act.What < 2 ? first.Replies[act.What].Title : $"teks {i}");

            // The buttons are those of the first answer: tapped late, and the same one again and again.
            sending.Add(act.What < 2 ? phone.Tap(first.Replies[act.What], first.Id, act.Times, act.AtOnce) : phone.SendText($"teks {i}", act.Times, act.AtOnce));
        }

        await Task.WhenAll(sending);
        return (phone, sent);
    }

    /// <summary>What a person does: taps the first or second button or writes, delivered so many times, after a pause in milliseconds.</summary>
    private sealed record Act(int What, int Times, bool AtOnce, int Pause);

    /// <summary>Writes down what it hears, in order.</summary>
    private sealed class DiaryDialogue(TimeProvider clock) : Dialogue<DiaryDialogue.Diary, object>
    {
        public override string Name => "registration";

        public static Action<WebApplicationBuilder> Only => builder =>
        {
            builder.Services.RemoveAll<IDialogue>();
            builder.Services.RemoveAll<IKnowAddresses>();
            builder.Services.AddSingleton<IDialogue, DiaryDialogue>();
        };

        public override Task<IReadOnlyDictionary<Guid, object>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<Guid, object>>(people.DistinctBy(p => p.PersonId).ToDictionary(p => p.PersonId, _ => new object()));

        public override Answer<Diary> Turn(Diary state, Heard heard, Listener listener, object known)
        {
            var next = new Diary { Heard = [.. state.Heard, heard.Text] };
            return new(next, new Say($"{next.Heard.Count:00}: {heard.Text}") { Choices = [new("Satu", "one"), new("Dua", "two")] }) { Deeds = [next] };
        }

        public override void Do(object deed, Listener listener, object known, PulihDb db)
        {
            var heard = ((Diary)deed).Heard;
            db.Attest("test.heard", listener.PersonId, new { Page = heard.Count, What = heard[^1] }, clock);
        }

        internal sealed class Diary
        {
            public IReadOnlyList<string> Heard { get; init; } = [];
        }
    }
}
