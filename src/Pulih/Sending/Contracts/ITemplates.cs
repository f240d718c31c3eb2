using Pulih.Platform.Storage;

namespace Pulih.Sending.Contracts;

/// <summary>What the product uses an approved template for by itself.</summary>
public enum TemplateRole
{
    /// <summary>For broadcasts only.</summary>
    None = 0,

    /// <summary>Reminds somebody who fell silent of the training they enrolled in.</summary>
    Reminder = 1,

    /// <summary>Invites somebody to write, because an answer waits for them and the 24 hours are over.</summary>
    Invitation = 2,

    /// <summary>Asks for the month's news of the business.</summary>
    Survey = 3,
}

/// <summary>The templates the provider approved.</summary>
public interface ITemplates
{
    /// <summary>The newest approved one of a role; null where there is none.</summary>
    Task<ReadyTemplate?> For(PulihDb db, TemplateRole role, CancellationToken cancel);
}

/// <summary>A template that may be sent.</summary>
public sealed class ReadyTemplate
{
    private readonly Func<string, string, Say> say;

    internal ReadyTemplate(Func<string, string, Say> say) => this.say = say;

    /// <summary>The message as this person gets it.</summary>
    /// <param name="called">How they are called.</param>
    /// <param name="business">The name of their business.</param>
    public Say Say(string called, string business) => say(called, business);
}
