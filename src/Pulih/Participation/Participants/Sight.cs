using System.Security.Claims;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Privacy.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>
/// What a reader sees of a name and a number. A partner's officer sees them once the person allowed it; an auditor
/// checks without needing whole numbers.
/// </summary>
internal sealed record Sight(bool NeedsPermission, bool WholeNumbers)
{
    public static Sight Of(ClaimsPrincipal reader) =>
        new(reader.IsInRole(Roles.PartnerOfficer), reader.IsInRole(Roles.Owner) || reader.IsInRole(Roles.ProgrammeOfficer) || reader.IsInRole(Roles.PartnerOfficer));

    public bool Sees(Consents? consents) => !NeedsPermission || consents?.Allows(ConsentPurpose.ShareWithPartner) == true;

    public string Name(ParticipantRow row, Consents? consents) => Sees(consents) ? row.PersonName : MaskName(row.PersonName);

    /// <summary>As people write it here, 0812 3456 7890; masked but for the last three digits.</summary>
    public string Phone(ParticipantRow row, Consents? consents)
    {
        var number = row.Phone is ['+', '6', '2', ..] ? $"0{row.Phone[3..]}" : row.Phone ?? "";
        return Grouped(WholeNumbers && Sees(consents) ? number : MaskNumber(number));
    }

    private static string MaskName(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{System.Globalization.StringInfo.GetNextTextElement(word)}•••"));

    private static string MaskNumber(string number) => number.Length <= 3 ? number : new string('•', number.Length - 3) + number[^3..];

    private static string Grouped(string number) => string.Join(' ', number.Chunk(4).Select(four => new string(four)));
}
