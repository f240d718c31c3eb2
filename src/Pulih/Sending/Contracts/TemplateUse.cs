using Pulih.Platform.Storage;

namespace Pulih.Sending.Contracts;

/// <summary>A message the provider approved beforehand, with this person's words for its places; the only kind it takes outside the 24 hours.</summary>
/// <param name="Name">As it is registered with the provider.</param>
/// <param name="Language"><c>id</c> or <c>en</c>.</param>
/// <param name="Marketing">Billed as marketing; else as utility.</param>
/// <param name="Parameters">What stands for {{1}}, {{2}} and so on.</param>
public sealed record TemplateUse(string Name, string Language, bool Marketing, IReadOnlyList<string> Parameters);

/// <summary>What the provider tells of a template: another state, or another category.</summary>
/// <param name="Event">APPROVED, REJECTED, PAUSED, DISABLED and so on; null where only the category changed.</param>
public sealed record TemplateReport(string Name, string Language, string? Event, string? Reason, string? Category, DateTime At);

/// <summary>Keeps templates in step with what the provider tells.</summary>
public interface IFollowTemplates
{
    /// <summary>Applies reports, however often they come; templates nobody registered here are passed over. The caller saves.</summary>
    Task Follow(PulihDb db, IReadOnlyList<TemplateReport> reports, CancellationToken cancel);
}
