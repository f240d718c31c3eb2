using Microsoft.Extensions.Localization;
using Pulih.Privacy.Contracts;

namespace Pulih.Privacy.Consent;

internal static class ConsentTexts
{
    /// <summary>The version of all five questions in both languages. Raise it whenever a word of them changes: answers point to it.</summary>
    public const string Version = "2026-11";

    public static ConsentText Of(ConsentPurpose purpose, string about, IStringLocalizer<Texts> text) => new(Version, text[Key(purpose), about]);

    private static string Key(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.TakePart => "consent.take-part",
        ConsentPurpose.MonthlySurvey => "consent.monthly-survey",
        ConsentPurpose.Offers => "consent.offers",
        ConsentPurpose.ShareWithPartner => "consent.share-with-partner",
        ConsentPurpose.ShowShop => "consent.show-shop",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such purpose."),
    };
}
