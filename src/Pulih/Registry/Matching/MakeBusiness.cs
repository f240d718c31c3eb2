using Linkage.Umkm;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Registry.Businesses;
using Pulih.Registry.Contracts;
using Pulih.Registry.Import;
using Pulih.Registry.People;
using Pulih.Registry.Words;

namespace Pulih.Registry.Matching;

/// <summary>Makes the business a record of a list names, and its owner where nobody else's.</summary>
internal sealed class MakeBusiness(IRegions regions, ISectors sectors, Keys keys, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>Adds the business under the id the record has for it; the caller saves.</summary>
    public void Of(PulihDb db, SourceRecord record, Guid import, bool newOwner)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var words = record.Open(keys);
        string Word(string column) => words[SourceRecord.Columns[column]];
        var place = ReadRow.Of(words, UmkmRecord.Columns, regions).RegionCode;
        var (owner, name) = (PersonName.Read(Word("owner_name"))?.Name, BusinessName.Read(Word("business_name")));
        if (newOwner) // of two numbers in a cell the first is theirs; the record keeps both
        {
            db.Add(new Person
            {
                Id = record.OwnerId, Name = owner ?? texts["import.owner-of", name ?? ""], Address = PersonName.Read(Word("owner_name"))?.Address, Phone = PhoneNumber.AllIn(Word("phone")).FirstOrDefault(),
                ProvinceCode = regions.Get(place)?.Province.Code ?? "", RegisteredAt = now, ImportId = import, Version = 1,
            });
        }

        var sold = sectors.Match(Word("sector"));
        db.Add(new Business
        {
            Id = record.BusinessId, OwnerId = record.OwnerId, Name = name ?? texts["import.business-of", owner ?? ""], Sold = CleanText.Cut(Word("sector"), Business.LongestSold),
            SectorKey = sold.One?.Key ?? Sector.Other, Kbli = sold.Kbli, KbliVersion = Sector.KbliVersion, RegionCode = place, CreatedAt = now, ImportId = import, Version = 1,
        });
    }
}
