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

/// <summary>A file, or why there is none.</summary>
/// <param name="Bytes">What was sent, as it was sent: its content is not to be trusted.</param>
/// <param name="Gone">The provider has it no longer or it is too large, so trying again is in vain.</param>
public sealed record FetchedFile(byte[]? Bytes, bool Gone);
