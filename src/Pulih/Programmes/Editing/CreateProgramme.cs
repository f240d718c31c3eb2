using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Snapshot;
using Pulih.Programmes.Targets;

namespace Pulih.Programmes.Editing;

internal sealed class CreateProgramme(PulihDb db, ProgrammeSnapshot snapshot, TimeProvider clock)
{
    /// <summary>Creates a programme with its first target: no programme is without one.</summary>
    public Programme Of(string code, ProgrammeDetails details, FirstTarget target, string by)
    {
        var programme = Programme.Of(code, details, clock);
        var first = Target.First(programme.Id, target.Count, target.Reason, by, clock);
        db.AddRange(programme, first);
        db.Attest("programmes.created", programme.Id, new { programme.Code, programme.Starts, programme.Ends }, clock);
        db.Attest("programmes.target-set", programme.Id, new { Target = first.Id, first.Number, first.From, first.Count }, clock);
        snapshot.ForgetWhenSaved(db);
        return programme;
    }
}

/// <summary>The target a programme starts with, and what it rests on.</summary>
internal sealed record FirstTarget(long Count, string Reason);
