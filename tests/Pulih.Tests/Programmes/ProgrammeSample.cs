using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Storage;
using Pulih.Programmes.Editing;

namespace Pulih.Programmes;

/// <summary>A programme made through its own use case, for tests that need one.</summary>
internal static class ProgrammeSample
{
    public const string Officer = "officer@pulih.test";

    public static readonly ProgrammeDetails Details = new("Program uji", "Penyelenggara uji", new(2026, 7, 1), new(2027, 6, 30), []);

    public static Task<Guid> Programme(this App app, string code, long target = 15_000) => app.Using<CreateProgramme, Guid>(create =>
        Task.FromResult(create.Of(code, Details, new(target, "15.000 sebagai minimum"), Officer).Id));

    /// <summary>Lets a use case work as a page would: one scope, one save.</summary>
    public static async Task<T> Using<TUseCase, T>(this App app, Func<TUseCase, Task<T>> work)
        where TUseCase : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        var made = await work(scope.ServiceProvider.GetRequiredService<TUseCase>());
        await scope.ServiceProvider.GetRequiredService<PulihDb>().SaveChangesAsync();
        return made;
    }
}
