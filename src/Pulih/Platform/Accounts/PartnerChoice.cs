namespace Pulih.Platform.Accounts;

/// <summary>A partner whose officer an account may be.</summary>
public sealed record PartnerChoice(Guid Id, string Name);

/// <summary>Tells which partners there are; implemented by the capability that keeps them.</summary>
public interface IPartnerChoices
{
    ValueTask<IReadOnlyList<PartnerChoice>> All(CancellationToken cancel);
}
