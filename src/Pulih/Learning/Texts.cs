namespace Pulih.Learning;

/// <summary>Names the resources of what Learning says to people: <c>Texts.resx</c> in Indonesian, <c>Texts.en.resx</c> in English.</summary>
internal sealed class Texts;
