using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Turns;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Proof.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Proof.Certificates;

public sealed class SendCertificateTests : IAsyncLifetime
{
    private ProofWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ProofWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_owner_gets_the_picture_once_however_often_the_event_is_told()
    {
        var owner = await world.Owner();
        await Wrote(owner, stopped: false);
        await world.Tell(world.Completion(owner));
        var certificate = await world.App.With(db => db.Set<Certificate>().SingleAsync());

        await world.App.Change(db => db.Raise(new CertificateIssued(certificate.Code, owner.Id, Guid.CreateVersion7(), ProofWorld.CourseCode, "Jualan lewat WhatsApp"), world.Clock));
        await world.App.Quiet();

        var sent = (await world.App.With(db => db.Set<OutboxMessage>().Where(m => m.Purpose == Purpose.Certificate).ToListAsync())).ShouldHaveSingleItem();
        sent.PersonId.ShouldBe(owner.Id);
        sent.Body.ShouldContain($"/certificates/{certificate.Code}.png");
        sent.Body.ShouldContain(Codes.Grouped(certificate.ShortCode));
        sent.Body.ShouldContain("Selamat, Siti (contoh)!");
    }

    [Fact]
    public async Task An_owner_who_said_stop_is_certified_and_not_written_to()
    {
        var owner = await world.Owner();
        await Wrote(owner, stopped: true);

        await world.Tell(world.Completion(owner));

        (await world.Count<Certificate>(), await world.Count<OutboxMessage>()).ShouldBe((1, 0));
    }

    private Task Wrote(PersonInfo owner, bool stopped) => world.App.Change(db => db.Add(new Conversation
    {
        Id = Ids.Next(world.Clock), Channel = "whatsapp", Address = owner.Phone![1..], PersonId = owner.Id, Number = "100000000000001", Dialogue = "learning",
        Stopped = stopped, FirstHeardAt = ProofWorld.Now, LastHeardAt = ProofWorld.Now,
    }));
}
