using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;

namespace Pulih.Proof.Certificates;

public sealed class IssueCertificateTests : IAsyncLifetime
{
    private ProofWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ProofWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_certificate_carries_what_was_true_on_that_day()
    {
        await world.Tell(world.Completion(await world.Owner("Siti Nurhayati (contoh)")));

        var certificate = await world.App.With(db => db.Set<Certificate>().SingleAsync());

        (certificate.OwnerName, certificate.BusinessName, certificate.CourseTitle, certificate.ProgrammeName)
            .ShouldBe(("Siti Nurhayati (contoh)", "Keripik Contoh", "Jualan lewat WhatsApp", "UMKM Pulih 2026"));
        (certificate.Score, certificate.Of, certificate.Date).ShouldBe((5, 6, new DateOnly(2026, 8, 3)));
        certificate.Code.Length.ShouldBe(26);
        certificate.Code.ShouldAllBe(c => Codes.Letters.Contains(c));
    }

    [Fact]
    public async Task Asking_for_it_again_gives_the_same_certificate()
    {
        var completed = world.Completion(await world.Owner());
        await world.Tell(completed);
        var first = await world.App.With(db => db.Set<Certificate>().Select(c => c.Code).SingleAsync());

        var again = await world.App.With(async db =>
        {
            var issued = await Issue(completed.EnrolmentId, db);
            await db.SaveChangesAsync();
            return issued.Code;
        });

        again.ShouldBe(first);
        (await world.Count<Certificate>()).ShouldBe(1);
    }

    [Fact]
    public async Task Without_evidence_there_is_no_certificate() =>
        await Should.ThrowAsync<InvalidOperationException>(() => world.App.With(db => Issue(Guid.CreateVersion7(), db)));

    [Fact]
    public async Task Credit_and_certificate_each_leave_one_fact_without_a_name_in_it()
    {
        await world.Tell(world.Completion(await world.Owner("Siti Nurhayati (contoh)")));

        var facts = await world.App.With(db => db.Set<Fact>().Where(f => f.Kind.StartsWith("proof.")).ToListAsync());

        facts.Select(f => f.Kind).ShouldBe(["proof.credit-earned", "proof.certificate-issued"], ignoreOrder: true);
        facts.ShouldAllBe(f => !f.Content!.Contains("Siti") && !f.Content.Contains("Keripik"));
    }

    [Fact]
    public async Task An_owner_who_never_wrote_is_not_written_to_and_the_event_is_not_told_forever()
    {
        await world.Tell(world.Completion(await world.Owner()));

        (await world.Count<StoredEvent>()).ShouldBe(0);
        (await world.App.With(db => db.Set<Certificate>().Select(c => c.SentAt).SingleAsync())).ShouldNotBeNull();
    }

    private Task<Certificate> Issue(Guid enrolment, Platform.Storage.PulihDb db) =>
        world.App.Services.GetRequiredService<IssueCertificate>().For(enrolment, ProofWorld.CourseCode, "Jualan lewat WhatsApp", db, default);
}
