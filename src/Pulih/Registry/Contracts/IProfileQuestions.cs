using Pulih.Platform.Storage;

namespace Pulih.Registry.Contracts;

/// <summary>A question the first lesson does not need, put later with three choices of at most 20 characters.</summary>
public sealed record ProfileQuestion(string Key, string Text, IReadOnlyList<string> Choices);

/// <summary>What is still unknown of a business and its owner, one question at a time.</summary>
public interface IProfileQuestions
{
    /// <summary>The next question whose key was not passed over, or null when nothing is unknown; the last is whether <paramref name="partner"/> may have name and number.</summary>
    ProfileQuestion? Next(PersonInfo person, Guid business, IReadOnlyCollection<string> skipped, string? partner = null);

    /// <summary>Keeps the answer; a late tap on a question already answered corrects it. The person was loaded on this database.</summary>
    void Answer(PulihDb db, PersonInfo person, string key, int choice);
}
