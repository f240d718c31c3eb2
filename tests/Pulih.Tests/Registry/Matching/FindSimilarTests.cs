using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Registry.Contracts;
using Pulih.Registry.Import;
using Pulih.Registry.Merging;
using Pulih.Registry.Review;

namespace Pulih.Registry.Matching;

public sealed class FindSimilarTests : IAsyncLifetime
{
    private const string Header = "Nama Pemilik;Nama Usaha;No. HP;Kab/Kota;Kecamatan\n";
    private const string Listed = Header + "KARTINI PURNAMASARI;Kripik Bu Tini;0812-3457-0002;Kab. Kediri;Pare\n";
    private readonly ImportWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Of_a_listed_business_with_another_number_no_whole_word_of_another_person_is_told()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, Listed);
        var found = (await Find("Kartini Purnamasari", "Keripik Bu Tini", "+6281299990002"))!;
        found.Told.ShouldBe("K••••• B• T•••, milik K•••••• P••••••••, Pare, dari daftar Dinas Contoh");
        found.Own.ShouldBeNull();
    }

    [Fact]
    public async Task What_a_list_names_for_sure_and_what_nothing_is_like_costs_no_question()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, Listed);
        (await Find("Kartini Purnamasari", "Keripik Bu Tini", "+6281234570002")).ShouldBeNull();
        (await Find("Bambang Sutrisno", "Bengkel Maju Jaya", "+6281299990002")).ShouldBeNull();
    }

    [Fact]
    public async Task Yes_joins_the_business_with_the_listed_one_and_is_kept_as_a_label()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, Listed);
        var owner = await world.Register("Kartini Purnamasari", "Keripik Bu Tini", "6281299990002", new((await Find("Kartini Purnamasari", "Keripik Bu Tini", "+6281299990002"))!.RecordId, true));
        var merge = await world.App.With(db => db.Set<Merge>().AsNoTracking().SingleAsync());
        (merge.KeptId, merge.By).ShouldBe((owner.Businesses[0].Id, HearOwner.Owner));
        var pair = await world.App.With(db => db.Set<Pair>().AsNoTracking().SingleAsync());
        (pair.State, pair.DecidedBy, pair.OwnerSays, pair.MergeId).ShouldBe((PairState.Same, HearOwner.Owner, true, merge.Id));
    }

    [Theory]
    [InlineData("Warung Kopi Mbak Aminah", PairState.Different)] // half alike: the owner knows best
    [InlineData("Kripik Bu Tini", PairState.Open)] // every word alike: a finger may have slipped, so a human looks
    public async Task No_leaves_two_and_is_looked_at_only_where_the_records_say_otherwise(string business, object state)
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, Listed);
        var found = await world.App.With(db => db.Set<SourceRecord>().AsNoTracking().SingleAsync());
        await world.Register("Kartini Purnamasari", business, "6281299990002", new(found.Id, false));
        (await world.App.With(db => db.Set<Merge>().CountAsync())).ShouldBe(0);
        var pair = await world.App.With(db => db.Set<Pair>().AsNoTracking().SingleAsync());
        (pair.State, pair.OwnerSays).ShouldBe(((PairState)state, false));
    }

    [Fact]
    public async Task Two_who_both_registered_themselves_are_shown_to_a_human_with_the_owners_word()
    {
        await world.Register("Kartini Purnamasari", "Keripik Bu Tini", "6281299990002");
        await world.Register("Kartini Purnamasari", "Keripik Bu Tini", "6281299990003", new((await Find("Kartini Purnamasari", "Keripik Bu Tini", "+6281299990003"))!.RecordId, true));
        (await world.App.With(db => db.Set<Merge>().CountAsync())).ShouldBe(0);
        var pair = await world.App.With(db => db.Set<Pair>().AsNoTracking().SingleAsync());
        (pair.State, pair.OwnerSays).ShouldBe((PairState.Open, true));
        using var officer = await world.Officer();
        (await officer.GetStringAsync(ReviewPage.Address)).ShouldContain("Pemilik sudah ditanya dan menjawab: sama.");
    }

    [Fact]
    public void No_letter_but_the_first_of_each_word_is_told() => Gen.String.Sample(words =>
    {
        var told = FindSimilar.FirstLetters(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (word, shown) in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Zip(told))
        {
            shown.TrimEnd('•').Length.ShouldBeLessThanOrEqualTo(System.Globalization.StringInfo.GetNextTextElementLength(word));
        }
    });

    private Task<SimilarBusiness?> Find(string owner, string business, string phone) =>
        world.App.With(db => world.App.Services.GetRequiredService<IFindSimilar>().Find(db, new(Guid.CreateVersion7(), owner, phone, business, "35.06.17"), TestContext.Current.CancellationToken));
}
