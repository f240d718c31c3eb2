namespace Pulih.Platform.Web;

/// <summary>The words of the frame around every page and of the charts.</summary>
public sealed class Texts;
