using System.Security.Claims;

namespace Pulih.Platform.Accounts;

/// <summary>The roles of staff, as stored with an account.</summary>
public static class Roles
{
    /// <summary>Owns the installation and operates it.</summary>
    public const string Owner = "owner";
    public const string ProgrammeOfficer = "programme-officer";
    public const string PartnerOfficer = "partner-officer";
    public const string Trainer = "trainer";
    public const string Curator = "curator";
    public const string Auditor = "auditor";

    /// <summary>Those who may decide which records are one business.</summary>
    public static readonly IReadOnlyList<string> Reviewers = [Owner, ProgrammeOfficer];

    public static readonly IReadOnlyList<string> All = [Owner, ProgrammeOfficer, PartnerOfficer, Trainer, Curator, Auditor];
}

/// <summary>What a page may ask of its visitor. A page names one of these or is open to all by <c>[AllowAnonymous]</c>; a page with neither is denied.</summary>
public static class Policies
{
    /// <summary>Any member of staff who signed in.</summary>
    public const string Desk = "desk";

    /// <summary>May see participants; a partner's officer only its own partner's.</summary>
    public const string Participants = "participants";

    /// <summary>May create and change programmes, targets and claims.</summary>
    public const string Programmes = "programmes";

    /// <summary>May schedule and hold classes and say who was there.</summary>
    public const string Classes = "classes";

    /// <summary>May write courses and put them on offer.</summary>
    public const string Courses = "courses";

    /// <summary>May bring partners' lists; a partner's officer only its own partner's.</summary>
    public const string Lists = "lists";

    /// <summary>May decide which records are one business.</summary>
    public const string Review = "review";

    /// <summary>May see how a business was put together and what it counts for.</summary>
    public const string Registry = "registry";

    /// <summary>May decide what goes into the public catalogue and the feeds.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>May see outbox and parked messages, replay them and operate the installation.</summary>
    public const string Operate = "operate";
}

/// <summary>Which partner's data a person may see: one partner's, or everybody's.</summary>
public readonly record struct PartnerScope(Guid? PartnerId)
{
    /// <summary>The claim that binds an account to its partner.</summary>
    public const string ClaimType = "partner";

    /// <summary>Sees everything; for programme officers, auditors and the owner.</summary>
    public static readonly PartnerScope Everything = new(null);

    /// <summary>The scope of a signed-in person. A partner's officer without a partner sees nothing.</summary>
    public static PartnerScope Of(ClaimsPrincipal user) =>
        user.IsInRole(Roles.PartnerOfficer)
            ? new(Guid.TryParse(user.FindFirstValue(ClaimType), out var partner) ? partner : Guid.Empty)
            : Everything;
}
