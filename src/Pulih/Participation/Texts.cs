namespace Pulih.Participation;

/// <summary>The texts of taking part, in Texts.resx and Texts.en.resx.</summary>
internal sealed class Texts;
