using Linkage.Umkm;

namespace Pulih.Registry.Matching;

/// <summary>A record ready to be compared: standardised once, with the keys under which it meets others.</summary>
/// <param name="Keys">Hashed by the master key, as the database has them.</param>
internal sealed record Candidate(Guid Id, UmkmRecord Row, IReadOnlyCollection<long> Keys)
{
    /// <summary>What is stored so that others find it.</summary>
    public IEnumerable<RecordKey> Stored => Keys.Select(k => new RecordKey { Key = k, RecordId = Id });
}
