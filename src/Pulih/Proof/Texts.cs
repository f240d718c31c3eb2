namespace Pulih.Proof;

/// <summary>Marks the capability's texts: Texts.resx in Indonesian, Texts.en.resx in English.</summary>
internal sealed class Texts;
