namespace Pulih.Sending;

/// <summary>The words of the pages about outgoing messages.</summary>
internal sealed class Texts;
