namespace Pulih.Platform.Web;

/// <summary>An entry of the desk's navigation; each capability registers its own, shown to those who satisfy the policy.</summary>
/// <param name="Texts">The marker class of the capability's texts, in which <paramref name="Label"/> is a key.</param>
public sealed record DeskLink(int Order, string Address, Type Texts, string Label, string Policy);
