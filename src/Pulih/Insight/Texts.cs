namespace Pulih.Insight;

/// <summary>The words of the public pages.</summary>
internal sealed class Texts;
