using System.CommandLine;

namespace Pulih.Platform.Commands;

/// <summary>
/// A verb of the executable, such as <c>recount</c>. Its action answers 0 when what it checks holds or was done and 1
/// when it does not hold; a wrong call answers 2 before it is reached.
/// </summary>
public interface IVerb
{
    /// <summary>The command with its arguments and action. The schema is up to date when the action runs; nothing else is started.</summary>
    Command Build();
}
