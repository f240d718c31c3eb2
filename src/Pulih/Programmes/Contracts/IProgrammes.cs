namespace Pulih.Programmes.Contracts;

/// <summary>What anybody may ask about programmes, their partners and cohorts.</summary>
public interface IProgrammes
{
    /// <summary>The programmes as they were at most two seconds ago; a change made in this process is in it at once.</summary>
    ValueTask<ProgrammeMap> Map(CancellationToken cancel);
}
