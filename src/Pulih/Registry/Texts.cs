namespace Pulih.Registry;

/// <summary>The texts of the registry, in Texts.resx and Texts.en.resx.</summary>
internal sealed class Texts;
