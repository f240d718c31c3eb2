namespace Pulih.Programmes;

/// <summary>The words of the programmes' pages.</summary>
internal sealed class Texts;
