namespace Pulih.Learning.Web;

/// <summary>One host for the tests of the web pages; each test brings learners of its own.</summary>
public sealed class LearningApp : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.Start();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
