// Deliberate breaches of every wall, for CapabilityBoundaries: they prove that each rule sees what it forbids.
using Pulih.Platform.Events;

namespace Planted.Registry.Contracts
{
    public interface IAnswer
    {
        int Answer();
    }
}

namespace Planted.Registry.People
{
    internal sealed class Secret
    {
        public static Task<int> Tell() => Task.FromResult(1);
    }

    internal sealed class Owner
    {
        public int Id { get; init; }
    }

    internal sealed class AsksTheOneAbove(Learning.Contracts.IAsked above)
    {
        public int Ask() => above.Ask();

        public static string Hears(Learning.Contracts.LessonSeen seen) => seen.ToString();
    }

    public sealed class TooPublic;
}

namespace Planted.Learning.Contracts
{
    public interface IAsked
    {
        int Ask();
    }

    public sealed record LessonSeen(int Lesson) : IEvent
    {
        public static string Name => "planted.lesson-seen";
    }
}

namespace Planted.Learning.Lessons
{
    internal sealed class AsksInAnAsyncMethod
    {
        public static async Task<int> Ask()
        {
            await Task.Yield();
            return await Registry.People.Secret.Tell();
        }
    }

    internal sealed class AsksInAQuery
    {
        public static IEnumerable<Task<int>> Ask(int[] numbers) => numbers.Where(n => n > 0).Select(_ => Registry.People.Secret.Tell());
    }

    internal sealed class AsksAsItShould(Registry.Contracts.IAnswer registry)
    {
        public int Ask() => registry.Answer();
    }

    internal sealed class Marked
    {
        public int Id { get; init; }

        public Registry.People.Owner? Owner { get; init; }
    }
}

namespace Planted.Platform.Tools
{
    internal sealed class KnowsACapability(Registry.Contracts.IAnswer registry)
    {
        public int Ask() => registry.Answer();
    }
}
