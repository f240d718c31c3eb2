using Microsoft.Extensions.Localization;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Registry.People;

namespace Pulih.Registry.Matching;

/// <summary>Compares a business about to be registered with the known ones, and tells of the likeliest as little as its owner needs to recognise it.</summary>
internal sealed class FindSimilar(MatchRecords matching, IProgrammes programmes, IRegions regions, Keys keys, IStringLocalizer<Texts> text) : IFindSimilar
{
    public async Task<SimilarBusiness?> Find(PulihDb db, Draft draft, CancellationToken cancel)
    {
        var candidate = matching.Prepare(Guid.CreateVersion7(), OwnWords.Of(regions, draft.OwnerName, draft.BusinessName, draft.Phone, draft.RegionCode));
        var portion = await matching.Against(db, [candidate], matching.Usual, own: Guid.Empty, since: null, cancel, FindRecords.LargestInChat);
        if (portion.Best(candidate) is not { } fit || fit.Bits < MatchRecords.Perhaps)
        {
            return null;
        }

        if (fit.Record.OwnerId == draft.OwnerId)
        {
            return new(fit.Record.Id, text["similar.own", Word(fit.Record, "business_name")], fit.Record.BusinessId);
        }

        // A list that names the business with the owner's own number needs nobody's word.
        return fit.Bits >= MatchRecords.Sure && fit.Record.ImportId is not null && HasPhone(fit.Record, draft.Phone) ? null : new(fit.Record.Id, await Told(fit.Record, cancel), null);
    }

    private bool HasPhone(SourceRecord record, string? phone) => phone is not null && PhoneNumber.AllIn(Word(record, "phone")).Contains(phone);

    private async Task<string> Told(SourceRecord record, CancellationToken cancel)
    {
        var (business, owner) = (FirstLetters(Word(record, "business_name")), FirstLetters(Word(record, "owner_name")));
        var place = Word(record, "kecamatan") is { Length: > 0 } kecamatan ? kecamatan : Word(record, "kabupaten");
        string[] parts = [business.Length > 0 ? business : text["similar.unnamed"], owner.Length > 0 ? text["similar.of", owner] : "", place, await From(record, cancel)];
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    private async Task<string> From(SourceRecord record, CancellationToken cancel) =>
        record.PartnerId is { } partner ? text["similar.from", (await programmes.Map(cancel)).Partner(partner)?.Name ?? "–"] : "";

    private string Word(SourceRecord record, string column) => record.Open(keys)[SourceRecord.Columns[column]];

    /// <summary>"Keripik Bu Sri" as "K•••••• B• S••": who knows it recognises it, who does not learns nothing.</summary>
    public static string FirstLetters(string words) => string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(w => new System.Globalization.StringInfo(w)).Select(w => w.SubstringByTextElements(0, 1) + new string('•', Math.Min(w.LengthInTextElements, 9) - 1)));
}
