namespace Pulih.Platform.Accounts;

/// <summary>The words of signing in and of the pages about accounts.</summary>
internal sealed class Texts;
