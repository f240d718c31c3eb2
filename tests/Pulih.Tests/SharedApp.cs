namespace Pulih;

/// <summary>One running product for all tests of a class; each test makes its own programme, person or phone in it.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    internal App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.Start();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
