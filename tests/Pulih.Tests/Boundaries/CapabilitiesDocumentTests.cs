using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Chat.Contracts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Commands;
using Pulih.Platform.Events;

namespace Pulih.Boundaries;

/// <summary>Keeps <c>docs/capabilities.md</c> true: it is written from the product itself.</summary>
public sealed class CapabilitiesDocumentTests
{
    [Fact]
    public async Task The_document_tells_who_asks_whom_and_who_hears_what()
    {
        await using var app = await App.Start();
        var file = Path.Combine(Repository(), "docs", "capabilities.md");
        var written = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        var now = await Document(app);
        if (written != now)
        {
            await File.WriteAllTextAsync(file, now);
        }

        (written == now).ShouldBeTrue("docs/capabilities.md has just been written anew: look at it and commit it");
    }

    private static async Task<string> Document(App app)
    {
        var walls = new Walls(typeof(Composition).Assembly, "Pulih");
        var tables = await app.With(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal).ToList()));
        var text = new StringBuilder("""
            # Capabilities

            Written by a test from the product itself; do not edit. Which way asks may go is held by `tests/Pulih.Tests/Boundaries/Directions.cs`.

            | capability | asks | dialogues | jobs | verbs | tables |
            |---|---|---|---|---|---|

            """);
        foreach (var capability in walls.Capabilities.Append("Platform"))
        {
            text.AppendLine($"| {capability} | {List(walls.Asks(capability))} | {Names<IDialogue>(app, capability, d => d.Name)} | {Names<IJob>(app, capability, j => j.Name)} | {Names<IVerb>(app, capability, v => v.Build().Name)} | {List(tables.Where(t => t.StartsWith(capability.ToLowerInvariant() + "_", StringComparison.Ordinal)).Select(t => $"`{t}`"))} |");
        }

        text.Append("""

            ## Events

            | event | told by | heard by |
            |---|---|---|

            """);
        var heard = app.Services.GetServices<Subscription>().ToLookup(s => s.Event, s => $"{CapabilityOf(s.Handler)} (`{s.Handler.Name}`)");
        foreach (var (name, type) in Events().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            text.AppendLine($"| `{name}` | {CapabilityOf(type)} | {List(heard[name].Order(StringComparer.Ordinal))} |");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<(string Name, Type Type)> Events() => typeof(Composition).Assembly.GetTypes()
        .Where(t => t is { IsInterface: false, IsAbstract: false } && t.IsAssignableTo(typeof(IEvent)))
        .Select(t => ((string)t.GetProperty(nameof(IEvent.Name))!.GetValue(null)!, t));

    private static string Names<T>(App app, string capability, Func<T, string> name)
        where T : notnull => List(app.Services.GetServices<T>().Where(s => CapabilityOf(s.GetType()) == capability).Select(s => $"`{name(s)}`").Order(StringComparer.Ordinal));

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static string CapabilityOf(Type type) => type.Namespace!.Split('.')[1];

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); ; folder = folder.Parent!)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pulih.slnx")))
            {
                return folder.FullName;
            }
        }
    }
}
