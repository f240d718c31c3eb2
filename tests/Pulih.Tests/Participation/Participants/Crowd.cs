using Pulih.Participation.Contracts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Privacy.Consent;
using Pulih.Privacy.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>Rows of the participant list, made up.</summary>
internal static class Crowd
{
    public static readonly Guid PartnerA = new("0199e000-0000-7000-8000-00000000000a"), PartnerB = new("0199e000-0000-7000-8000-00000000000b");

    public static async Task<Participant> Add(this App app, string name, Guid partner, Stage stage = Stage.Learning, string province = "35", string source = "poster", int silent = 0, string business = "Warung (contoh)", Guid? person = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var row = new Participant
        {
            EnrolmentId = Ids.Next(TimeProvider.System), PersonId = person ?? Guid.CreateVersion7(), BusinessId = Guid.CreateVersion7(), ProgrammeId = Guid.CreateVersion7(), CohortId = Guid.CreateVersion7(),
            PartnerId = partner, Source = source, PersonName = name, BusinessName = business, Phone = "+6281234567890", SectorKey = "lainnya", RegionCode = "35.06", ProvinceCode = province,
            Stage = stage, EnrolledAt = now, LastActive = Formats.DayInWib(now).AddDays(-silent),
        };
        await app.Change(db =>
        {
            db.Add(row);
            SearchWords.Add(db, row);
        });
        return row;
    }

    public static Task Allows(this App app, Participant row) => app.Change(db => db.Add(new ConsentRow
    {
        PersonId = row.PersonId, Purpose = ConsentPurpose.ShareWithPartner, Given = true, TextVersion = "1", Channel = "whatsapp", At = TimeProvider.System.GetUtcNow().UtcDateTime, Version = 1,
    }));
}
