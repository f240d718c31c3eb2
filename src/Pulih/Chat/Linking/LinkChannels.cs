using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Chat.Contracts;
using Pulih.Chat.Turns;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Linking;

/// <summary>
/// One person on two channels becomes one learner by a code they carry over themselves, never by a guess at names. The
/// newer conversation goes on where the other one stands.
/// </summary>
internal sealed class LinkChannels(IStringLocalizer<Texts> text, TimeProvider clock)
{
    private const string Mark = "hubung";
    private const int Length = 8;

    // Without letters and digits that are taken for each other.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(30);

    /// <summary>The code in <c>HUBUNG AB23CD45</c>, in capitals; null where the text is none.</summary>
    public static string? CodeIn(string said)
    {
        var words = said.Trim();
        if (words.Length > Mark.Length + Length + 4 || !words.StartsWith(Mark, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var code = words[Mark.Length..].TrimStart(' ', '-', ':').ToUpperInvariant();
        return code.Length == Length && code.All(c => Letters.Contains(c, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>Gives the person a code to write in the other channel.</summary>
    public Say Offer(PulihDb db, Conversation conversation)
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        db.Add(new LinkCode { Code = code, ConversationId = conversation.Id, Until = clock.GetUtcNow().UtcDateTime + Lives });
        return new(text["link.code", $"{Mark.ToUpperInvariant()} {code}"]);
    }

    /// <summary>Takes a code that was written; what is said before the open question of the conversation it leads to.</summary>
    public async Task<Say> Take(PulihDb db, Conversation conversation, string code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var given = await db.Set<LinkCode>().SingleOrDefaultAsync(c => c.Code == code && c.Until > now, cancel);
        var other = given is null ? null : await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == given.ConversationId, cancel);
        if (other is null)
        {
            return new(text["link.unknown"]);
        }

        db.Remove(given!);
        if (other.PersonId == conversation.PersonId)
        {
            return new(text["link.already"]);
        }

        db.Raise(new PeopleLinked(conversation.PersonId, other.PersonId, conversation.Channel, conversation.Address), clock);
        (conversation.PersonId, conversation.Dialogue, conversation.States, conversation.Language) = (other.PersonId, other.Dialogue, other.States, other.Language);
        (conversation.ProgrammeId, conversation.Stopped) = (other.ProgrammeId, false);
        return new(text["link.done"]);
    }
}
