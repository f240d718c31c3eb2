using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Pulih.Participation.Contracts;
using Pulih.Platform.Language;

namespace Pulih.Participation.Participants;

/// <summary>What the reader chose in the list, as it stands in the address.</summary>
internal sealed class ListQuery
{
    /// <summary>Days without a sign of life, in the choice of the filter.</summary>
    public static readonly IReadOnlyList<int> Silences = [3, 7, 14, 30, 90];

    private const int LongestSearch = 100;

    [FromQuery(Name = "program")]
    public Guid? Programme { get; set; }

    [FromQuery(Name = "angkatan")]
    public Guid? Cohort { get; set; }

    [FromQuery(Name = "mitra")]
    public Guid? Partner { get; set; }

    [FromQuery(Name = "provinsi")]
    public string? Province { get; set; }

    [FromQuery(Name = "tahap")]
    public Stage? Stage { get; set; }

    [FromQuery(Name = "sumber")]
    public string? Source { get; set; }

    [FromQuery(Name = "tautan")]
    public string? Referral { get; set; }

    [FromQuery(Name = "diam")]
    public int? Silent { get; set; }

    [FromQuery(Name = "cari")]
    public string? Search { get; set; }

    /// <summary>True when nothing was chosen.</summary>
    public bool IsEmpty => Chosen().Count == 0;

    public ParticipantFilter Filter(TimeProvider clock) => new()
    {
        Programme = Programme, Cohort = Cohort, Partner = Partner, Province = Blank(Province), Stage = Stage, Source = Blank(Source), Referral = Blank(Referral)?.ToUpperInvariant(),
        Search = Blank(Search) is { } words ? words[..Math.Min(words.Length, LongestSearch)] : null,
        SilentSince = Silent is > 0 and <= 3650 ? Formats.DayInWib(clock.GetUtcNow().UtcDateTime).AddDays(-Silent.Value) : null,
    };

    /// <summary>The same choice with a page key or without.</summary>
    public string Address(string path, string? keyName = null, Guid? key = null)
    {
        var query = new QueryBuilder(Chosen());
        if (keyName is not null && key is not null)
        {
            query.Add(keyName, key.Value.ToString());
        }

        return path + query;
    }

    private Dictionary<string, string> Chosen()
    {
        var chosen = new Dictionary<string, string?>
        {
            ["program"] = Programme?.ToString(), ["angkatan"] = Cohort?.ToString(), ["mitra"] = Partner?.ToString(), ["provinsi"] = Blank(Province),
            ["tahap"] = Stage?.ToString(), ["sumber"] = Blank(Source), ["tautan"] = Blank(Referral), ["diam"] = Silent?.ToString(CultureInfo.InvariantCulture), ["cari"] = Blank(Search),
        };
        return chosen.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
