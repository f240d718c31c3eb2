using Pulih.Registry.Contracts;

namespace Pulih.Registry.Matching;

/// <summary>What owners say of themselves and their business, in the columns of a record.</summary>
internal static class OwnWords
{
    public static string[] Of(IRegions regions, string owner, string business, string? phone, string regionCode, string nik = "", string nib = "")
    {
        var words = new string[SourceRecord.Columns.Count];
        Array.Fill(words, "");
        var place = regions.Get(regionCode);
        words[SourceRecord.Columns["owner_name"]] = owner;
        words[SourceRecord.Columns["business_name"]] = business;
        words[SourceRecord.Columns["phone"]] = phone ?? "";
        words[SourceRecord.Columns["nik"]] = nik;
        words[SourceRecord.Columns["nib"]] = nib;
        words[SourceRecord.Columns["kecamatan"]] = place is { IsRegency: false, Parent.IsRegency: true } ? place.Title : "";
        words[SourceRecord.Columns["kabupaten"]] = place is null or Province ? "" : place.Regency.Title;
        return words;
    }
}
