using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Facts;
using Pulih.Privacy.Contracts;

namespace Pulih.Privacy.Consent;

public sealed class KeepConsentTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly Guid person = Guid.CreateVersion7();

    private IConsent Consent => shared.App.Services.GetRequiredService<IConsent>();

    [Fact]
    public async Task Only_the_last_answer_holds_and_every_answer_is_a_fact()
    {
        await Answer(true);
        await Answer(false);
        await Answer(true);
        (await Now()).Allows(ConsentPurpose.Offers).ShouldBeTrue();
        (await shared.App.With(db => db.Set<ConsentRow>().CountAsync(c => c.PersonId == person))).ShouldBe(1);
        (await shared.App.With(db => db.Set<Fact>().Where(f => f.Subject == person).OrderBy(f => f.Id).Select(f => f.Kind).ToListAsync()))
            .ShouldBe(["privacy.consent-given", "privacy.consent-refused", "privacy.consent-given"]);
    }

    [Fact]
    public async Task The_same_answer_twice_is_one_answer()
    {
        await Answer(true);
        await Answer(true);
        (await shared.App.With(db => db.Set<Fact>().CountAsync(f => f.Subject == person))).ShouldBe(1);
    }

    [Fact]
    public async Task A_permission_for_one_thing_is_none_for_another()
    {
        await Answer(true);
        var now = await Now();
        Enum.GetValues<ConsentPurpose>().Where(now.Allows).ShouldBe([ConsentPurpose.Offers]);
        now.Knows(ConsentPurpose.ShareWithPartner).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_who_change_one_answer_at_once_cannot_both_win()
    {
        await Answer(true);
        await shared.App.With(async first =>
        {
            await Consent.Load(first, [person], default);
            await Answer(false);
            Consent.Record(first, person, ConsentPurpose.Offers, given: true, "newer", "whatsapp");
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync());
            return 0;
        });
    }

    [Fact]
    public void Every_purpose_has_words_of_its_own() =>
        Enum.GetValues<ConsentPurpose>().Select(p => Consent.Ask(p, "x").Text).Distinct().Count().ShouldBe(5);

    private Task<int> Answer(bool given) => shared.App.With(async db =>
    {
        await Consent.Load(db, [person], default);
        Consent.Record(db, person, ConsentPurpose.Offers, given, "2026-11", "whatsapp");
        return await db.SaveChangesAsync();
    });

    private Task<Consents> Now() => shared.App.With(async db => (await Consent.Load(db, [person], default))[person]);
}
