namespace Pulih.Learning.Contracts;

/// <summary>The courses there are. A learner keeps the version begun, so older versions stay findable.</summary>
public interface ICourses
{
    /// <summary>The newest version of every course on offer, by code.</summary>
    IReadOnlyList<CompiledCourse> All { get; }

    /// <summary>The newest version of a course on offer.</summary>
    CompiledCourse? Find(string code);

    /// <summary>Exactly this version, also when it is no longer on offer.</summary>
    CompiledCourse? Find(string code, string version);
}
