namespace Pulih.Registry.Contracts;

/// <summary>A line of business in plain words, with the section and usual code of the official classification.</summary>
public sealed record Sector(string Key, string TitleId, string TitleEn, string About, string Section, string Kbli)
{
    /// <summary>The classification all codes are of; it is stored with them, because KBLI 2025 replaces it.</summary>
    public const string KbliVersion = "KBLI 2020";

    /// <summary>A sector nobody could name is still a sector.</summary>
    public const string Other = "lainnya";

    /// <summary>At most 24 characters, in the language of the request or turn.</summary>
    public string Title => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? TitleEn : TitleId;
}

/// <summary>What sold words say: one sector with its code, or several that they speak for equally, or none.</summary>
public sealed record SectorMatch(Sector? One, string? Kbli, IReadOnlyList<Sector> Several);

/// <summary>The lines of business and the everyday words that speak for them.</summary>
public interface ISectors
{
    IReadOnlyList<Sector> All { get; }

    /// <summary>The ten to choose from when the words say nothing.</summary>
    IReadOnlyList<Sector> ShortList { get; }

    /// <summary>The sector of a key, or null where none has it.</summary>
    Sector? Get(string key);

    /// <summary>The sector that "jualan keripik singkong" speaks for.</summary>
    SectorMatch Match(ReadOnlySpan<char> sold);
}
