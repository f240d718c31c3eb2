using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Registry.Businesses;
using Pulih.Registry.Import;
using Pulih.Registry.Matching;

namespace Pulih.Drills;

[Collection(nameof(KillDrillTests))]
[Trait("kind", "drill")]
public sealed class ImportDrillTests(ITestOutputHelper output)
{
    private const int Rows = 1_500;
    private const int Kills = 3;

    [Fact]
    public async Task An_import_killed_three_times_while_it_is_looked_through_and_three_times_while_it_is_applied_ends_as_if_nothing_had_happened()
    {
        var chance = new Random(Environment.TickCount);
        await using var drill = await Drill.Prepare();
        var id = await drill.With(async services =>
        {
            var file = new MemoryStream(Encoding.UTF8.GetBytes(List()));
            return await services.GetRequiredService<UploadList>().Of(file, "daftar (contoh).csv", Guid.CreateVersion7(), Guid.CreateVersion7(), "petugas (contoh)", CancellationToken.None);
        });

        await Through(drill, id, ImportState.Checking, ImportState.Checked, chance);
        var shown = await Import(drill, id);
        await Through(drill, id, ImportState.Applying, ImportState.Applied, chance);

        var done = await Import(drill, id);
        (done.New, done.Same, done.Unsure, done.Bad).ShouldBe((shown.New, shown.Same, shown.Unsure, shown.Bad));
        (done.New + done.Same + done.Unsure + done.Bad).ShouldBe(Rows);
        await using var db = drill.Open();
        (await db.Set<SourceRecord>().CountAsync(r => r.AppliedAt != null)).ShouldBe(Rows - done.Bad);
        (await db.Set<SourceRecord>().Select(r => r.Line).Distinct().CountAsync()).ShouldBe(Rows - done.Bad);
        (await db.Set<Business>().CountAsync()).ShouldBe(done.New + done.Unsure);
        (await db.Set<RecordKey>().CountAsync(k => !db.Set<SourceRecord>().Any(r => r.Id == k.RecordId))).ShouldBe(0);
        output.WriteLine($"{Rows} rows: {done.New} new, {done.Same} same, {done.Unsure} unsure, {done.Bad} bad after {2 * Kills} kills.");
    }

    private static async Task Through(Drill drill, Guid id, ImportState working, ImportState end, Random chance)
    {
        await using (var db = drill.Open())
        {
            var import = await db.Set<ListImport>().SingleAsync(i => i.Id == id);
            import.Begin(working);
            await db.SaveChangesAsync();
        }

        for (var kill = 0; kill < Kills; kill++)
        {
            await drill.Product.Start();
            await Until(drill, id, i => i.Position > Rows * (kill + chance.NextDouble()) / (Kills + 1));
            (await Import(drill, id)).State.ShouldBe(working, "the kill must come half-way");
            await drill.Product.Kill();
        }

        await drill.Product.Start();
        await Until(drill, id, i => i.State == end);
        await drill.Product.Kill();
    }

    private static async Task Until(Drill drill, Guid id, Func<ListImport, bool> reached)
    {
        for (var end = Environment.TickCount64 + 120_000; !reached(await Import(drill, id)); await Task.Delay(20))
        {
            (Environment.TickCount64 < end).ShouldBeTrue(drill.Product.Said);
        }
    }

    private static async Task<ListImport> Import(Drill drill, Guid id)
    {
        await using var db = drill.Open();
        return await db.Set<ListImport>().AsNoTracking().SingleAsync(i => i.Id == id);
    }

    private static string List()
    {
        string[] first = ["Siti", "Sri", "Dewi", "Ratna", "Agus", "Bambang", "Made", "Asep", "Butet", "Yosef"], last = ["Handayani", "Lestari", "Prasetyo", "Santoso", "Siregar", "Hidayat", "Sutarya", "Kurniawan"];
        var list = new StringBuilder("Nama;Nama Usaha;No HP;Kecamatan;Kab/Kota\n");
        for (var i = 0; i < Rows; i++)
        {
            var of = i % 3 == 2 ? i - 1 : i;
            var name = $"{first[of % 10]} {last[of / 10 % 8]} {last[of / 80 % 8]}";
            list.AppendLine($"{(of == i ? name : name.ToUpperInvariant())};Usaha {last[of / 3 % 8]} {of};{(i % 100 == 50 ? "12" : $"0812{(of * 7_654_321L + 31_415_926) % 100_000_000:D8}")};Kec. Pare;Kab. Kediri");
        }

        return list.ToString();
    }
}
