using Pulih.Platform.Events;

namespace Pulih.Classes.Contracts;

/// <summary>So many minutes of a class are to somebody's credit now; told again whenever they change, also downwards.</summary>
public sealed record MinutesCounted(Guid ClassId, Guid PersonId, Guid EnrolmentId, int Minutes) : IEvent
{
    public static string Name => "classes.minutes-counted";
}
