using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Chat.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Registry.People;

namespace Pulih.Registry.Identities;

public sealed class MoveIdentityTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly Guid person = Guid.CreateVersion7();

    private IPeople People => shared.App.Services.GetRequiredService<IPeople>();

    [Fact]
    public async Task A_new_number_is_the_same_owner_and_the_old_one_nobodys()
    {
        await Register(person, "6281311110001");
        var moved = new AddressChanged(person, "whatsapp", "6281311110001", "6281311110002");
        await Tell(moved);
        await Tell(moved);
        (await Whose("6281311110001", "6281311110002")).ShouldBe([("6281311110002", person)]);
        (await shared.App.With(db => db.Set<Person>().SingleAsync(p => p.Id == person))).Phone.ShouldBe("+6281311110002");
    }

    [Fact]
    public async Task A_number_somebody_else_registered_with_stays_theirs()
    {
        var other = Guid.CreateVersion7();
        await Register(person, "6281311110003");
        await Register(other, "6281311110004");
        await Tell(new AddressChanged(person, "whatsapp", "6281311110003", "6281311110004"));
        (await Whose("6281311110003", "6281311110004")).ShouldBe([("6281311110003", person), ("6281311110004", other)]);
    }

    [Fact]
    public async Task One_address_is_one_persons_at_a_time()
    {
        await Register(person, "6281311110005");
        await Should.ThrowAsync<DbUpdateException>(() => Register(Guid.CreateVersion7(), "6281311110005"));
    }

    private Task Register(Guid id, string number) =>
        shared.App.Change(db => People.Register(db, new(id, "Contoh", null, "+" + number, "whatsapp", number, "35.06", "id")));

    private Task<int> Tell(AddressChanged moved) => shared.App.With(async db =>
    {
        await new MoveIdentity(TimeProvider.System).Handle([moved], db, default);
        return await db.SaveChangesAsync();
    });

    private async Task<IEnumerable<(string, Guid)>> Whose(params string[] addresses)
    {
        var found = await shared.App.With(db => new FindIdentities().Find(db, "whatsapp", addresses, default));
        return found.OrderBy(f => f.Key).Select(f => (f.Key, f.Value));
    }
}
