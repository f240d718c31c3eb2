using Pulih.Platform.Events;
using Pulih.Platform.Storage;

namespace Pulih.Privacy.Contracts;

/// <summary>What a person may allow, each for itself. Taking part is needed; the others never are.</summary>
public enum ConsentPurpose
{
    TakePart = 1, MonthlySurvey = 2, Offers = 3, ShareWithPartner = 4, ShowShop = 5,
}

/// <summary>What one person has allowed and refused so far.</summary>
public sealed record Consents(IReadOnlyDictionary<ConsentPurpose, bool> Answers)
{
    public static readonly Consents None = new(new Dictionary<ConsentPurpose, bool>());

    public bool Allows(ConsentPurpose purpose) => Answers.GetValueOrDefault(purpose);

    /// <summary>True when the person was asked and has answered, whatever the answer.</summary>
    public bool Knows(ConsentPurpose purpose) => Answers.ContainsKey(purpose);

    /// <summary>The same with one more answer.</summary>
    public Consents With(ConsentPurpose purpose, bool given) => new(new Dictionary<ConsentPurpose, bool>(Answers) { [purpose] = given });
}

/// <summary>The words a permission is asked in, and the version that is kept with the answer.</summary>
public sealed record ConsentText(string Version, string Text);

/// <summary>Permissions: asked when they first matter, kept with time, channel and the version of the words, withdrawn at any time.</summary>
public interface IConsent
{
    /// <summary>The answers of these people; an entry for each of them.</summary>
    Task<IReadOnlyDictionary<Guid, Consents>> Load(PulihDb db, IReadOnlyCollection<Guid> people, CancellationToken cancel);

    /// <summary>Keeps an answer; the answers of this person were loaded on this database before. Never saves.</summary>
    void Record(PulihDb db, Guid personId, ConsentPurpose purpose, bool given, string textVersion, string channel);

    /// <summary>The question in the language of the turn; <paramref name="about"/> is the year the data is kept until, or the partner's name.</summary>
    ConsentText Ask(ConsentPurpose purpose, string about);
}

/// <summary>A person took back a permission.</summary>
public sealed record ConsentWithdrawn(Guid PersonId, ConsentPurpose Purpose) : IEvent
{
    public static string Name => "privacy.consent-withdrawn";
}

/// <summary>A person gave a permission, for the first time or again.</summary>
public sealed record ConsentGiven(Guid PersonId, ConsentPurpose Purpose) : IEvent
{
    public static string Name => "privacy.consent-given";
}
