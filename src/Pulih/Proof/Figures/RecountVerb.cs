using System.CommandLine;
using Pulih.Platform.Commands;

namespace Pulih.Proof.Figures;

/// <summary><c>recount</c>: every roll-up against a count from the rows it sums; prints each difference and answers 1 when there is one.</summary>
internal sealed class RecountVerb(Recount recount, IEnumerable<IRecount> others) : IVerb
{
    public Command Build()
    {
        var command = new Command("recount", "Counts every figure and sum again from the rows behind it and prints each difference.");
        command.SetAction(async (call, cancel) =>
        {
            var code = Report(await recount.Run(cancel), call.InvocationConfiguration.Output);
            foreach (var other in others)
            {
                foreach (var difference in await other.Differences(cancel))
                {
                    call.InvocationConfiguration.Output.WriteLine(difference);
                    code = 1;
                }
            }

            return code;
        });
        return command;
    }

    /// <summary>Writes one line a difference, or that there is none; gives the exit code.</summary>
    public static int Report(IReadOnlyList<Difference> differences, TextWriter output)
    {
        foreach (var d in differences)
        {
            output.WriteLine(FormattableString.Invariant($"{d.Place.ProgrammeId} {d.Place.Cut} {d.Place.Key}: shown {d.Shown}, counted {d.Counted}"));
        }

        output.WriteLine(differences.Count == 0 ? "Every figure follows from the credits." : FormattableString.Invariant($"{differences.Count} figures differ."));
        return differences.Count == 0 ? 0 : 1;
    }
}
