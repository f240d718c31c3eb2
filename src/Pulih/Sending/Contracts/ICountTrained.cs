using Pulih.Platform.Storage;

namespace Pulih.Sending.Contracts;

/// <summary>How many businesses a programme has trained so far, for the price of one; implemented by whoever counts them.</summary>
public interface ICountTrained
{
    Task<long> Of(PulihDb db, Guid programmeId, CancellationToken cancel);
}
