using Pulih.Platform.Accounts;
using Pulih.Platform.Demo;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Programmes.Agreements;
using Pulih.Programmes.Claims;
using Pulih.Programmes.Cohorts;
using Pulih.Programmes.Contracts;
using Pulih.Programmes.Editing;
using Pulih.Programmes.Partners;
using Pulih.Programmes.Snapshot;
using Pulih.Programmes.Targets;

namespace Pulih.Programmes.Demo;

/// <summary>The demo's programme: four invented partners, two cohorts, a target that was raised once and a claim of the year 2020.</summary>
internal sealed class SeedProgrammes(ProgrammeSnapshot snapshot) : ISeedDemo
{
    private const string Officer = "petugas@contoh.pulih.id";
    private static readonly string[] Courses = ["jualan-lewat-whatsapp", "foto-produk-dengan-hp"];

    private const string Words = """
        Mitra memakai data peserta hanya untuk pelatihan dalam program ini.
        Nama dan nomor HP peserta hanya dilihat jika pemiliknya mengizinkan.
        Data tidak dijual, tidak dipindahkan ke pihak lain, dan dihapus paling lambat lima tahun setelah program selesai.
        Jika data bocor, mitra memberi tahu penyelenggara dalam waktu 72 jam.
        (Contoh perjanjian. Ganti dengan naskah yang sudah disetujui bagian hukum.)
        """;

    public int Order => 10;

    public async Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel)
    {
        var starts = Formats.MonthInWib(world.Now).AddMonths(-4);
        var begun = new Moment(starts.ToDateTime(new(3, 0), DateTimeKind.Utc));
        var programme = new CreateProgramme(db, snapshot, begun).Of(
            "umkm-pulih-2026",
            new("UMKM Pulih 2026", "Kementerian UMKM · Smesco · Facebook · Instagram · WhatsApp", starts, starts.AddMonths(12).AddDays(-1), []),
            new(15_000, "Kesepakatan awal: 15.000 sebagai minimum"),
            Officer);
        new RecordClaim(db, snapshot, begun).Of(
            programme.Id, new(85_000, "Facebook", new(2020, 7, 29), "Keterangan pers bersama, Juli 2020"), Officer);

        var partners = new AddPartner(db, snapshot, begun);
        Partner[] all =
        [
            partners.New("dinas-contoh", "Dinas Koperasi Contoh", PartnerKind.Government),
            partners.New("facebook-contoh", "Facebook (contoh)", PartnerKind.Company),
            partners.New("kampus-contoh", "Kampus UMKM Contoh", PartnerKind.University),
            partners.New("pasar-contoh", "Pasar Daring Contoh", PartnerKind.Marketplace),
        ];
        foreach (var partner in all)
        {
            await partners.To(programme.Id, partner.Id, cancel);
        }

        var agreements = new PublishAgreement(snapshot, begun);
        var agreement = await agreements.Publish(db, Words, Officer, cancel);
        foreach (var partner in all)
        {
            await agreements.Accept(db, partner.Id, agreement, Guid.Empty, "Petugas mitra (contoh)", cancel);
        }

        var cohorts = new AddCohort(db, partners, snapshot, begun);
        Cohort[] open =
        [
            await cohorts.To(programme.Id, "angkatan-1", new("Angkatan 1", all[0].Id, Courses, starts, starts.AddMonths(6)), cancel),
            await cohorts.To(programme.Id, "angkatan-2", new("Angkatan 2", all[1].Id, Courses, starts.AddMonths(2), starts.AddMonths(8)), cancel),
        ];

        var raised = new Moment(begun.GetUtcNow().UtcDateTime.AddDays(33));
        var target = await new RaiseTarget(db, snapshot, raised).To(
            programme.Id, 100_000, "Pendaftaran lebih cepat dari perkiraan; mitra menambah kelas daring", Officer, cancel);

        PartnerInfo[] infos = [.. all.Select(p => new PartnerInfo(p.Id, p.Code, p.Name))];
        CohortInfo[] groups = [.. open.Select(c => new CohortInfo(c.Id, c.Code, c.Name, c.ProgrammeId, c.PartnerId, Courses, c.Starts, c.Ends))];
        world.Made<PartnerInfo>().AddRange(infos);
        world.Made<PartnerChoice>().AddRange(infos.Select(p => new PartnerChoice(p.Id, p.Name)));
        world.Made<CohortInfo>().AddRange(groups);
        world.Made<ProgrammeInfo>().Add(new(programme.Id, programme.Code, programme.Name, programme.Organisers, programme.Starts, programme.Ends, groups, infos)
        {
            Targets = [new(15_000, begun.GetUtcNow().UtcDateTime, ""), new(target.Count, target.SetAt, target.Reason)],
        });
    }
}
