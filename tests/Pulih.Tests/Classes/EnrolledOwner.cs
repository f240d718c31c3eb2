using Microsoft.Extensions.DependencyInjection;
using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Classes;

/// <summary>An owner of one business, enrolled, with a phone from which they have written before.</summary>
internal static class EnrolledOwner
{
    /// <summary>Adds one without saving.</summary>
    public static EnrolmentInfo Add(IServiceProvider services, PulihDb db, CohortInfo cohort, string number, string name, string region)
    {
        var clock = TimeProvider.System;
        var now = clock.GetUtcNow().UtcDateTime;
        var (people, id) = (services.GetRequiredService<IPeople>(), Ids.Next(clock));
        var owner = people.Register(db, new(id, name, null, "+" + number, "whatsapp", number, region, "id"));
        owner = people.AddBusiness(db, owner, new($"Warung {number}", "keripik", "makanan_olahan", "10794", region));
        db.Add(new Chat.Turns.Conversation { Id = Ids.Next(clock), Channel = "whatsapp", Address = number, PersonId = id, Number = "100000000000001", Dialogue = "learning", FirstHeardAt = now, LastHeardAt = now });
        return services.GetRequiredService<Enrol>().Into(db, owner, owner.Businesses[0].Id, new(cohort, cohort.PartnerId, "test", null));
    }
}
