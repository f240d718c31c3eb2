namespace Pulih.Privacy;

/// <summary>The texts of privacy, in Texts.resx and Texts.en.resx; a change of a question's meaning needs a new version in ConsentTexts.</summary>
internal sealed class Texts;
