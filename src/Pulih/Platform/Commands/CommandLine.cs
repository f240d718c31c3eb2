using System.CommandLine;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Commands;

/// <summary>Serves without a verb; with one, carries it out. Settings such as <c>--Data:Folder=…</c> may stand beside both.</summary>
public static class CommandLine
{
    public static async Task<int> Run(string[] args, Func<string[], WebApplication> build)
    {
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
        foreach (var verb in app.Services.GetServices<IVerb>())
        {
            root.Subcommands.Add(verb.Build());
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
