namespace Pulih.Market;

/// <summary>The words of products, shops and their curation.</summary>
internal sealed class Texts;
