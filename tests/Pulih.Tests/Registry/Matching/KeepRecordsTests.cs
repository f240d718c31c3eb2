using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Registry.Import;
using Pulih.Registry.Merging;
using Pulih.Registry.Review;

namespace Pulih.Registry.Matching;

public sealed class KeepRecordsTests : IAsyncLifetime
{
    private const string Header = "Nama Pemilik;Nama Usaha;No. HP;Kab/Kota;Kecamatan\n";
    private readonly ImportWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_list_that_names_an_owner_who_registered_in_chat_brings_no_second_business()
    {
        var owner = await world.Register("Kartini Purnamasari", "Keripik Bu Tini", "6281234570001");
        using var officer = await world.Officer();
        var list = await world.TakeIn(officer, Header + "KARTINI PURNAMASARI;Kripik Bu Tini;0812-3457-0001;Kab. Kediri;Pare\n");
        (list.New, list.Same).ShouldBe((0, 1));
        (await world.App.With(db => db.Set<SourceRecord>().CountAsync(r => r.BusinessId == owner.Businesses[0].Id))).ShouldBe(2);
    }

    [Fact]
    public async Task An_owner_who_registers_after_a_list_named_her_is_one_with_it_and_her_own_words_are_kept()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, Header + "KARTINI PURNAMASARI;Kripik Bu Tini;0812-3457-0002;Kab. Kediri;Pare\n");
        var owner = await world.Register("Kartini Purnamasari", "Keripik Bu Tini", "6281234570002");
        var merge = await world.App.With(db => db.Set<Merge>().AsNoTracking().SingleAsync());
        (merge.KeptId, merge.By).ShouldBe((owner.Businesses[0].Id, KeepRecords.Itself));
    }

    [Fact]
    public async Task Two_who_registered_themselves_are_never_joined_without_a_human()
    {
        await world.Register("Kartini Purnamasari", "Keripik Bu Tini", "6281234570003");
        await world.Register("Kartini Purnamasari", "Keripik Bu Tini", "6281234570099");
        (await world.App.With(db => db.Set<Merge>().CountAsync())).ShouldBe(0);
        (await world.App.With(db => db.Set<Pair>().CountAsync(p => p.State == PairState.Open))).ShouldBe(1);
    }

    [Fact]
    public async Task What_an_owner_corrects_is_what_lists_are_compared_with()
    {
        var owner = await world.Register("Kartini", "Warung", "6281234570004");
        var people = world.App.Services.GetRequiredService<IPeople>();
        await world.App.Change(db => people.Rename(db, owner, "Kartini Purnamasari", "Bu"));
        await world.App.Quiet();
        var keys = world.App.Services.GetRequiredService<Platform.Secrets.Keys>();
        var record = await world.App.With(db => db.Set<SourceRecord>().AsNoTracking().SingleAsync());
        record.Open(keys)[SourceRecord.Columns["owner_name"]].ShouldBe("Kartini Purnamasari");
        var matching = world.App.Services.GetRequiredService<MatchRecords>();
        (await world.App.With(db => db.Set<RecordKey>().AsNoTracking().Select(k => k.Key).ToListAsync())).Order().ShouldBe(matching.Prepare(record.Id, record.Open(keys)).Keys.Order());
    }
}
