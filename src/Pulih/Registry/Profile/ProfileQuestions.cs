using Microsoft.Extensions.Localization;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Businesses;
using Pulih.Registry.Contracts;
using Pulih.Registry.People;

namespace Pulih.Registry.Profile;

/// <summary>Since when, how many work there, woman or man: asked one at a time when a lesson is over, and never twice in a row.</summary>
internal sealed class ProfileQuestions(IStringLocalizer<Texts> text, IConsent consents) : IProfileQuestions
{
    public static readonly IReadOnlyList<string> StartedBands = ["under-1", "1-3", "over-3"];
    public static readonly IReadOnlyList<string> WorkersBands = ["1", "2-4", "5-up"];

    private const string Started = "started", Workers = "workers", SexOf = "sex", Share = "share";

    public ProfileQuestion? Next(PersonInfo person, Guid business, IReadOnlyCollection<string> skipped, string? partner = null) =>
        Open(person, business, partner).FirstOrDefault(q => !skipped.Contains(q.Key));

    public void Answer(PulihDb db, PersonInfo person, string key, int choice)
    {
        var (question, businessId) = Read(key);
        if (choice is < 0 or > 2 || question is null)
        {
            return; // A tap made by hand: nothing was asked that it could answer.
        }

        if (question == Share)
        {
            AnswerShare(db, person, choice);
        }
        else if (question == SexOf)
        {
            var change = new Changing<Person>(db, new Person { Id = person.Id, Version = person.Version }, person.Id);
            change.Set(p => p.Sex, (Sex?)(Sex)(choice + 1));
            change.Set(p => p.Version, change.Entity.Version + 1);
        }
        else if (person.Businesses.FirstOrDefault(b => b.Id == businessId) is { } business)
        {
            var change = new Changing<Business>(db, new Business { Id = business.Id, Version = business.Version }, business.Id);
            if (question == Started)
            {
                change.Set(b => b.Started, StartedBands[choice]);
            }
            else
            {
                change.Set(b => b.Workers, WorkersBands[choice]);
            }

            change.Set(b => b.Version, change.Entity.Version + 1);
        }
    }

    private IEnumerable<ProfileQuestion> Open(PersonInfo person, Guid businessId, string? partner)
    {
        var business = person.Businesses.FirstOrDefault(b => b.Id == businessId);
        if (business is { Started: null })
        {
            yield return Of(Started, $"{Started}.{businessId:N}", business.Name);
        }

        if (business is { Workers: null })
        {
            yield return Of(Workers, $"{Workers}.{businessId:N}", business.Name);
        }

        if (person.Sex is null)
        {
            yield return Of(SexOf, SexOf, person.Name);
        }

        if (!person.AskedToShare && partner is not null)
        {
            yield return Of(Share, Share, partner) with { Text = consents.Ask(ConsentPurpose.ShareWithPartner, partner).Text };
        }
    }

    // "Later" is no answer: the question comes again in the next course.
    private void AnswerShare(PulihDb db, PersonInfo person, int choice)
    {
        if (choice < 2)
        {
            var version = consents.Ask(ConsentPurpose.ShareWithPartner, "").Version;
            consents.Record(db, person.Id, ConsentPurpose.ShareWithPartner, given: choice == 0, version, "chat");
        }
    }

    private ProfileQuestion Of(string question, string key, string about) =>
        new(key, question == Share ? "" : text[$"profile.{question}", about], [.. Enumerable.Range(1, 3).Select(i => text[$"profile.{question}.{i}"].Value)]);

    private static (string? Question, Guid Business) Read(string key) => key.Split('.') switch
    {
        [SexOf or Share] => (key, Guid.Empty),
        [Started or Workers, var id] when Guid.TryParseExact(id, "N", out var business) => (key[..key.IndexOf('.')], business),
        _ => (null, Guid.Empty),
    };
}
