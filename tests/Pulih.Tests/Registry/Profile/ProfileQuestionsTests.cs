using Microsoft.Extensions.DependencyInjection;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Registry.Profile;

public sealed class ProfileQuestionsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly Guid person = Guid.CreateVersion7();

    private IPeople People => shared.App.Services.GetRequiredService<IPeople>();

    private IProfileQuestions Profile => shared.App.Services.GetRequiredService<IProfileQuestions>();

    [Fact]
    public async Task Each_question_is_put_once_until_nothing_is_unknown()
    {
        var owner = await Register();
        var asked = new List<string>();
        while (Profile.Next(owner, owner.Businesses[0].Id, []) is { } question)
        {
            question.Choices.ShouldAllBe(c => c.Length <= 20);
            asked.Add(question.Key.Split('.')[0]);
            owner = await Answer(owner, question.Key, 1);
        }

        asked.ShouldBe(["started", "workers", "sex"]);
        (owner.Sex, owner.Businesses[0].Started, owner.Businesses[0].Workers).ShouldBe((Sex.Man, "1-3", "2-4"));
    }

    [Fact]
    public async Task Last_of_all_the_partner_by_name_asks_for_name_and_number_once()
    {
        var owner = await Register();
        Profile.Next(owner, owner.Businesses[0].Id, ["sex", .. new[] { "started", "workers" }.Select(q => $"{q}.{owner.Businesses[0].Id:N}")], "Dinas Contoh").ShouldBeNull();
        owner = await Answer(owner, "sex", 0);
        string[] others = [.. new[] { "started", "workers" }.Select(q => $"{q}.{owner.Businesses[0].Id:N}")];
        var share = Profile.Next(owner, owner.Businesses[0].Id, others, "Dinas Contoh")!;
        share.Text.ShouldContain("Dinas Contoh");
        share.Choices.ShouldAllBe(c => c.Length <= 20);
        Profile.Next(await Answer(owner, share.Key, 2), owner.Businesses[0].Id, others, "Dinas Contoh").ShouldNotBeNull();
        Profile.Next(await Answer(owner, share.Key, 0), owner.Businesses[0].Id, others, "Dinas Contoh").ShouldBeNull();
        var consents = shared.App.Services.GetRequiredService<IConsent>();
        (await shared.App.With(db => consents.Load(db, [person], default)))[person].Allows(ConsentPurpose.ShareWithPartner).ShouldBeTrue();
    }

    [Fact]
    public async Task A_question_passed_over_lets_the_next_one_through()
    {
        var owner = await Register();
        var first = Profile.Next(owner, owner.Businesses[0].Id, [])!;
        Profile.Next(owner, owner.Businesses[0].Id, [first.Key])!.Key.ShouldNotBe(first.Key);
    }

    [Theory]
    [InlineData("sex", 7)]
    [InlineData("nik", 0)]
    [InlineData("started.00000000000000000000000000000000", 1)]
    public async Task An_answer_to_no_question_changes_nothing(string key, int choice)
    {
        var owner = await Register();
        var after = await Answer(owner, key, choice);
        (after.Sex, after.Businesses[0].Started).ShouldBe((null, null));
    }

    [Fact]
    public async Task An_answer_on_old_knowledge_does_not_overwrite_a_newer_one()
    {
        var owner = await Register();
        await Answer(owner, "sex", 0);
        await Should.ThrowAsync<Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException>(() => Answer(owner, "sex", 1));
    }

    private async Task<PersonInfo> Register()
    {
        PersonInfo? owner = null;
        await shared.App.Change(db =>
        {
            owner = People.Register(db, new(person, "Sri Contoh", null, null, "whatsapp", person.ToString("N"), "35.06", "id"));
            owner = People.AddBusiness(db, owner, new("Keripik", "keripik", "makanan_olahan", "10794", "35.06"));
        });
        return owner!;
    }

    private async Task<PersonInfo> Answer(PersonInfo owner, string key, int choice)
    {
        await shared.App.With(async db =>
        {
            await People.Load(db, [person], default);
            Profile.Answer(db, owner, key, choice);
            return await db.SaveChangesAsync();
        });
        return await shared.App.With(async db => (await People.Load(db, [person], default))[person]);
    }
}
