using System.Text.Json;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Events;

/// <summary>Who hears which event.</summary>
public static class EventsSetup
{
    /// <summary>Registers a handler; each event is told to every handler registered for it.</summary>
    public static IServiceCollection AddHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IEvent
        where THandler : class, IHandle<TEvent>
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(new Subscription(
            TEvent.Name,
            typeof(THandler),
            (scope, bodies, db, cancel) => scope.GetRequiredService<THandler>().Handle([.. bodies.Select(b => JsonSerializer.Deserialize<TEvent>(b)!)], db, cancel)));
    }
}

/// <summary>One handler of one event name.</summary>
internal sealed record Subscription(string Event, Type Handler, Func<IServiceProvider, IEnumerable<string>, PulihDb, CancellationToken, Task> Tell);
