using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Snapshot;

namespace Pulih.Programmes.Editing;

internal sealed class ChangeProgramme(PulihDb db, ProgrammeSnapshot snapshot, TimeProvider clock)
{
    /// <summary>Changes name, organisers, period or regions; the code and the target are not among them.</summary>
    public void Of(Programme programme, ProgrammeDetails details)
    {
        programme.Change(details);
        db.Attest("programmes.changed", programme.Id, new { programme.Starts, programme.Ends, programme.Regions, programme.Version }, clock);
        snapshot.ForgetWhenSaved(db);
    }
}
