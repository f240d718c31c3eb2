using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Registry.Businesses;
using Pulih.Registry.Matching;
using Pulih.Registry.Merging;

namespace Pulih.Registry.Review;

public sealed class PairQueueTests : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Going_through_the_queue_shows_each_open_pair_once_first_what_changes_a_figure_then_the_least_certain() =>
        await Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3]).Array[1, 12].SampleAsync(
            async drawn =>
            {
                await app.With(db => db.Set<Pair>().ExecuteDeleteAsync());
                await app.Change(db => db.AddRange(drawn.Select(d => NewPair(Ids.Next(TimeProvider.System), Ids.Next(TimeProvider.System), d.Item2, d.Item1))));
                var seen = new List<Pair>();
                await app.With(async db =>
                {
                    for (Pair? next = null; (next = await PairQueue.Next(PairQueue.For(db, Guid.Empty, own: false), next, default)) is not null;)
                    {
                        seen.Add(next);
                    }

                    return 0;
                });
                seen.Select(p => p.Id).ShouldBeUnique();
                seen.Select(p => (-p.Counted, p.Doubt)).ShouldBe(drawn.Select(d => (-d.Item1, (double)d.Item2)).Order());
            },
            iter: 10, threads: 1);

    [Fact]
    public async Task What_one_reviewer_has_put_aside_another_does_not_meet_until_it_is_given_back_or_handed_on()
    {
        var pairs = await Pairs(AssignPairs.Portion + 1);
        using var first = await app.SignedIn(Roles.ProgrammeOfficer);
        using var second = await app.SignedIn(Roles.ProgrammeOfficer);
        (await first.Submit(ReviewPage.Address, ReviewPage.Address + "?handler=Take")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Shown(first, own: true)).ShouldBe(pairs[0]);
        (await Shown(second)).ShouldBe(pairs[^1]);
        (await Shown(second, own: true)).ShouldBeNull();

        var others = await app.With(db => Colleagues.WithRole(db, [Roles.ProgrammeOfficer], default));
        var mine = await app.With(db => db.Set<Pair>().Where(p => p.Id == pairs[0]).Select(p => p.AssignedTo).SingleAsync());
        var to = others.Single(o => o.Id != mine);
        (await first.Submit(ReviewPage.Address, ReviewPage.Address + "?handler=HandOn", ("pair", pairs[0].ToString()), ("to", to.Id.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Shown(second, own: true)).ShouldBe(pairs[0]);
        (await first.Submit(ReviewPage.Address, ReviewPage.Address + "?handler=HandOn", ("pair", pairs[1].ToString()), ("to", Guid.CreateVersion7().ToString()))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await first.Submit(ReviewPage.Address, ReviewPage.Address + "?handler=GiveBack");
        (await Shown(first, own: true)).ShouldBeNull();
        (await Shown(first)).ShouldBe(pairs[1]);
    }

    [Fact]
    public async Task What_would_join_a_large_group_takes_the_word_of_two_people()
    {
        var (group, other) = await Group();
        var pair = NewPair(group, other, 1, 0);
        await app.Change(db => db.Add(pair));
        using var first = await app.SignedIn(Roles.ProgrammeOfficer);
        using var second = await app.SignedIn(Roles.ProgrammeOfficer);

        await Decide(first, pair.Id);
        (await app.With(db => db.Set<Pair>().AsNoTracking().SingleAsync())).State.ShouldBe(PairState.Open);
        (await Shown(first)).ShouldBeNull();
        (await Decide(first, pair.Id)).ShouldContain("terlambat"); // one person is not two
        WebUtility.HtmlDecode(await second.GetStringAsync(ReviewPage.Address)).ShouldContain("perlu pendapat kedua");
        await Decide(second, pair.Id);
        (await app.With(db => db.Set<Pair>().AsNoTracking().SingleAsync())).State.ShouldBe(PairState.Same);
        (await app.With(db => db.Set<Merge>().CountAsync(m => m.UndoneAt == null))).ShouldBe(DecidePair.LargeGroup - 1);

        await second.Submit(ReviewPage.Address, ReviewPage.Address + "?handler=Undo", ("pair", pair.Id.ToString()));
        (await app.With(db => db.Set<Pair>().AsNoTracking().SingleAsync())).FirstBy.ShouldBeNull();
        (await app.With(db => db.Set<Merge>().CountAsync(m => m.UndoneAt == null))).ShouldBe(DecidePair.LargeGroup - 2);
    }

    private static async Task<string> Decide(HttpClient reviewer, Guid pair)
    {
        using var answer = await reviewer.Submit("/meja", ReviewPage.Address, ("pair", pair.ToString()), ("same", "true"));
        return answer.Headers.Location!.ToString();
    }

    private static async Task<Guid?> Shown(HttpClient reviewer, bool own = false)
    {
        var page = await reviewer.GetStringAsync(ReviewPage.Address + (own ? "?milik-saya=true" : ""));
        return page.Split("name=\"pair\" value=\"") is [_, var first, ..] ? Guid.Parse(first[..36]) : null;
    }

    private static Pair NewPair(Guid one, Guid other, double doubt, int counted) =>
        new() { Id = Ids.Next(TimeProvider.System), NewId = one, KnownId = other, Bits = doubt, Doubt = doubt, Counted = counted, RaisedAt = DateTime.UnixEpoch, WeighedAt = DateTime.MaxValue.AddDays(-1) };

    private async Task<List<Guid>> Pairs(int count)
    {
        var pairs = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            var pair = NewPair(await Record(), await Record(), i, 0);
            await app.Change(db => db.Add(pair));
            pairs.Add(pair.Id);
        }

        return pairs;
    }

    // All but one of a large group, joined, and the one that would make it large.
    private async Task<(Guid Group, Guid Other)> Group()
    {
        var records = new List<Guid>();
        for (var i = 0; i < DecidePair.LargeGroup; i++)
        {
            records.Add(await Record());
        }

        var merging = app.Services.GetRequiredService<MergeBusinesses>();
        foreach (var next in records.Skip(1).SkipLast(1))
        {
            await app.With(async db =>
            {
                await merging.Of(db, await BusinessOf(db, records[0]), await BusinessOf(db, next), "petugas (contoh)", "sama", default);
                return await db.SaveChangesAsync();
            });
        }

        return (records[0], records[^1]);
    }

    private static Task<Guid> BusinessOf(PulihDb db, Guid record) => db.Set<SourceRecord>().Where(r => r.Id == record).Select(r => r.BusinessId).SingleAsync();

    private async Task<Guid> Record()
    {
        var keys = app.Services.GetRequiredService<Platform.Secrets.Keys>();
        var (record, business, owner) = (Ids.Next(TimeProvider.System), Ids.Next(TimeProvider.System), Ids.Next(TimeProvider.System));
        string[] words = [.. SourceRecord.Columns.OrderBy(c => c.Value).Select(c => c.Key is "owner_name" or "business_name" ? "Contoh" : "")];
        await app.Change(db =>
        {
            db.Add(new Business { Id = business, OwnerId = owner, Name = "Contoh", SectorKey = "lainnya", RegionCode = "32", CreatedAt = DateTime.UnixEpoch, Version = 1 });
            db.Add(new SourceRecord { Id = record, BusinessId = business, OwnerId = owner, Words = SourceRecord.Close(words, keys), Hash = SourceRecord.HashOf(record, [], keys), CreatedAt = DateTime.UnixEpoch, AppliedAt = DateTime.UnixEpoch });
        });
        return record;
    }
}
