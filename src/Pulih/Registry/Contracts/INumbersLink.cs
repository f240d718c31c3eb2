namespace Pulih.Registry.Contracts;

/// <summary>
/// The link to the page on which an owner gives the numbers of resident (NIK) and business (NIB). They are never asked
/// for in a chat, because a chat passes through the provider.
/// </summary>
public interface INumbersLink
{
    /// <summary>The whole address; the same one for a person all day long, and open for a week.</summary>
    string For(Guid personId, DateTime at);
}
