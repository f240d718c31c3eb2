using System.CommandLine;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Commands;

/// <summary>Serves without a verb; with one, carries it out. Settings such as <c>--Data:Folder=…</c> may stand beside both.</summary>
public static class CommandLine
{
    /// <param name="args">The command line.</param>
    /// <param name="build">Builds the product from settings.</param>
    /// <param name="alone">Verbs that need neither configuration nor database.</param>
    public static async Task<int> Run(string[] args, Func<string[], WebApplication> build, params Command[] alone)
    {
        if (args.Length > 0 && Array.Find(alone, v => v.Name == args[0]) is { } verb)
        {
            var call = new RootCommand("Pulih") { verb }.Parse(args);
            var answer = await call.InvokeAsync();
            return call.Errors.Count > 0 ? 2 : answer;
        }

        var named = args.Length > 0 && !args[0].StartsWith('-');
        var settings = args.Where(a => !named || IsSetting(a)).ToArray();
        await using var app = Built(settings, build);
        if (app is null)
        {
            return 2;
        }

        if (!named)
        {
            await app.RunAsync();
            return 0;
        }

        var root = new RootCommand("Pulih");
        foreach (var one in app.Services.GetServices<IVerb>())
        {
            root.Subcommands.Add(one.Build());
        }

        var parsed = root.Parse(args.Except(settings).ToArray());
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync();
            return 2;
        }

        await app.Services.Migrate(CancellationToken.None);
        return await parsed.InvokeAsync();
    }

    private static WebApplication? Built(string[] settings, Func<string[], WebApplication> build)
    {
        try
        {
            return build(settings);
        }
        catch (InvalidOperationException refusal)
        {
            // An unsafe or incomplete configuration: the sentence says what to set, a stack trace would hide it.
            Console.Error.WriteLine(refusal.Message);
            return null;
        }
    }

    private static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=') && (argument.Contains(':') || argument.StartsWith("--Demo=", StringComparison.Ordinal) || argument.StartsWith("--Urls=", StringComparison.Ordinal) || argument.StartsWith("--PublicUrl=", StringComparison.Ordinal));
}
