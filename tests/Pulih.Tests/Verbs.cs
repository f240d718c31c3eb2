using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Commands;

namespace Pulih;

/// <summary>The verbs of the command line, run in a product that is up already.</summary>
internal static class Verbs
{
    /// <summary>What a verb prints; it must answer <paramref name="code"/>.</summary>
    public static async Task<string> Verb(this App app, int code, string name, params string[] arguments)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var verb = app.Services.GetServices<IVerb>().Select(v => v.Build()).Single(v => v.Name == name);
        (await verb.Parse(arguments).InvokeAsync(new() { Output = output })).ShouldBe(code, output.ToString());
        return output.ToString();
    }
}
