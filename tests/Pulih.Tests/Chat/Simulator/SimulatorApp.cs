using Pulih.Chat.Turns;

namespace Pulih.Chat.Simulator;

/// <summary>The product as a demo with its own stand-in for Meta, for all tests of a class; each brings phones of its own.</summary>
public sealed class SimulatorApp : IAsyncLifetime
{
    internal App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.Start(adjust: CountingDialogue.Only, settings: ["--Demo=true", "--Channels:WhatsApp:GraphUrl="]);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
