using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Inbox;

/// <summary>The conversation on a participant's page, for whoever may read it.</summary>
internal sealed class ShowConversation(ReadConversation conversation, TimeProvider clock) : IShowParticipant
{
    public int Order => 90;

    public async Task<ParticipantPart?> Of(PulihDb db, ParticipantShown shown, CancellationToken cancel) =>
        shown.Words ? new("/Chat/Inbox/_Conversation.cshtml", await conversation.With(db, shown.PersonId, shown.Before ?? clock.GetUtcNow().UtcDateTime.AddDays(1), cancel)) : null;
}
