namespace Pulih.Chat.Contracts;

/// <summary>Gets what people sent besides words. A provider keeps a file for days only (WhatsApp seven), so it is got soon.</summary>
public interface IFetchFiles
{
    /// <summary>The file of the provider's id; never throws for what the provider or the network does.</summary>
    /// <param name="channel">The channel it was sent on.</param>
    /// <param name="id">As <see cref="Heard.File"/> gave it.</param>
    /// <param name="most">A larger file is not taken.</param>
    /// <param name="cancel">Ends the waiting.</param>
    Task<FetchedFile> Fetch(string channel, string id, int most, CancellationToken cancel);
}

/// <summary>When a file that did not come is asked for again.</summary>
public static class FetchAgain
{
    /// <summary>Each time after twice as long, from five seconds on and at most after an hour.</summary>
    public static DateTime At(DateTime now, int tries) => now.AddSeconds(Math.Min(3_600, 5 * Math.Pow(2, tries)));
}

/// <summary>A file, or why there is none.</summary>
/// <param name="Bytes">What was sent, as it was sent: its content is not to be trusted.</param>
/// <param name="Gone">The provider has it no longer or it is too large, so trying again is in vain.</param>
public sealed record FetchedFile(byte[]? Bytes, bool Gone);
