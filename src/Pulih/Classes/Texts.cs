namespace Pulih.Classes;

/// <summary>Names the resources of what Classes says to people: <c>Texts.resx</c> in Indonesian, <c>Texts.en.resx</c> in English.</summary>
internal sealed class Texts;
