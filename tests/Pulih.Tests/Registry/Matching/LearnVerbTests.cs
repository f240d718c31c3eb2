using Linkage.Scoring;
using Linkage.Umkm;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Commands;
using Pulih.Platform.Secrets;
using Pulih.Registry.Import;
using Pulih.Registry.Review;

namespace Pulih.Registry.Matching;

public sealed class LearnVerbTests : IAsyncLifetime
{
    private const string Header = "Nama Pemilik;Nama Usaha;No. HP;NIK;Kab/Kota;Kecamatan;Jenis Usaha\n";
    private readonly ImportWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task What_was_decided_in_the_review_moves_the_model_that_is_then_named_and_used()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, Header + "Siti Aminah;Warung Siti;081234560301;3506154107800301;Kab. Kediri;Kec. Plosoklaten;warung kopi\n");
        await world.TakeIn(officer, Header + "Siti Aminah;;081234560399;;Kab. Kediri;Kec. Plosoklaten;warung\n", world.Campus);
        var pair = await world.App.With(db => db.Set<Pair>().AsNoTracking().SingleAsync());
        await officer.Submit(ReviewPage.Address, ReviewPage.Address, ("pair", pair.Id.ToString()), ("same", "false"));

        var file = Path.GetTempFileName();
        try
        {
            var output = new StringWriter();
            var verb = world.App.Services.GetServices<IVerb>().OfType<LearnVerb>().Single().Build();
            (await verb.Parse(["--model", file]).InvokeAsync(new() { Output = output }, TestContext.Current.CancellationToken)).ShouldBe(0);
            output.ToString().ShouldContain("1 decisions, 0 of them one business.");

            var keys = world.App.Services.GetRequiredService<Keys>();
            var learned = new MatchRecords(keys, new ConfigurationBuilder().AddInMemoryCollection([new("Registry:Model", file)]).Build());
            var records = await world.App.With(db => db.Set<SourceRecord>().AsNoTracking().ToListAsync());
            var (a, b) = (records.Single(r => r.Id == pair.NewId).Standardised(keys), records.Single(r => r.Id == pair.KnownId).Standardised(keys));
            learned.Usual.Business(a, b).ShouldBeLessThan(world.App.Services.GetRequiredService<MatchRecords>().Usual.Business(a, b));
            ModelFile.Read<UmkmModel>(await File.ReadAllTextAsync(file)).Owner.Prior.ShouldBe(UmkmModel.Default.Owner.Prior);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
