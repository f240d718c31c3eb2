namespace Pulih.Recovery;

/// <summary>The words of the survey, the index and the effect.</summary>
internal sealed class Texts;
