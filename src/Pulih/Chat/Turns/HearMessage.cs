using Microsoft.Extensions.Localization;
using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;
using Pulih.Chat.Linking;
using Pulih.Chat.Words;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>A message as the conversation takes it: who is to answer it and what that one hears.</summary>
/// <param name="Dialogue">Who answers.</param>
/// <param name="Heard">What it hears; null when the conversation itself answers with <paramref name="Say"/>.</param>
/// <param name="Say">Said by the conversation itself, alone or before the dialogue's answer.</param>
/// <param name="Aside">The open dialogue stays open.</param>
internal sealed record Taken(string Dialogue, Heard? Heard, Say? Say = null, bool Aside = false)
{
    /// <summary>A code from another channel that the person wrote; empty where they want one.</summary>
    public string? Link { get; init; }
}

/// <summary>Finds the dialogue a message is for. The words that mean the same everywhere (help, stop, menu) are answered here.</summary>
internal sealed class HearMessage(IStringLocalizer<Texts> text, IEnumerable<IDialogue> dialogues, MetaChannels channels)
{
    /// <summary>Stands before the payload of the conversation's own buttons.</summary>
    public const string Self = "chat";

    /// <summary>Stands in such a payload before the name of the dialogue to open.</summary>
    private const string Opens = "open ";

    private readonly bool severalChannels = channels.On.Skip(1).Any();
    private readonly Dictionary<string, IDialogue> byName = dialogues.ToDictionary(d => d.Name);

    /// <summary>True for what is heard although a human has the conversation: to stop, and codes that a dialogue waits for.</summary>
    public bool GoesPastHumans(InboxMessage message) =>
        message.Kind == HeardKind.Text && (EverydayWords.Of(message.Text) == Word.Stop || byName.Values.Any(d => d.Claims(message.Text)));

    public Taken Of(InboxMessage message, Conversation conversation)
    {
        var kind = message.Kind;
        var payload = message.Payload;
        if (kind == HeardKind.Text && Offers.Find(conversation.Offered, message.Text) is { } offered)
        {
            (kind, payload) = (HeardKind.Tap, offered);
        }

        var word = kind == HeardKind.Text ? EverydayWords.Of(message.Text) : Word.None;
        var dialogue = conversation.Dialogue;
        if (kind == HeardKind.Tap)
        {
            var (to, rest) = Split(payload);
            (kind, word, dialogue, payload) = to switch
            {
                Self when rest.StartsWith(Opens, StringComparison.Ordinal) && byName.ContainsKey(rest[Opens.Length..]) => (HeardKind.Begin, Word.None, rest[Opens.Length..], null),
                Self => (HeardKind.Text, Enum.TryParse<Word>(rest, out var meant) ? meant : Word.Menu, dialogue, null),
                _ when byName.ContainsKey(to) => (kind, Word.None, to, rest),

                // A button of another time or another sender: its title is what the person said.
                _ => (HeardKind.Text, EverydayWords.Of(message.Text), dialogue, null),
            };
        }

        var heard = new Heard(kind, message.Text, message.SentAt, message.MessageId)
        {
            Word = word,
            Payload = kind == HeardKind.Tap ? payload : null,
            File = kind is HeardKind.Picture or HeardKind.Voice ? message.Payload : null,
            Referral = Referral.In(message.Text),
            Open = dialogue == conversation.Dialogue,
        };
        if (kind == HeardKind.Text && byName.Values.FirstOrDefault(d => d.Claims(message.Text)) is { } claimant)
        {
            return new(claimant.Name, heard with { Open = false }, Aside: true);
        }

        var code = kind == HeardKind.Text ? LinkChannels.CodeIn(message.Text) : null;
        if (code is not null || word == Word.Link)
        {
            return new(Self, heard with { Kind = HeardKind.Begin }) { Link = code ?? "" };
        }

        return Everywhere(word, conversation, heard) ?? new(dialogue, heard, Aside: kind == HeardKind.Tap && byName[dialogue].Aside);
    }

    private Taken? Everywhere(Word word, Conversation conversation, Heard heard)
    {
        var again = heard with { Kind = HeardKind.Begin };
        if (conversation.Stopped)
        {
            if (word is not (Word.Continue or Word.Yes or Word.Menu or Word.ChangeData) && heard.Referral is null && heard.Kind != HeardKind.Tap)
            {
                return new(Self, null, new(text["stopped"]) { MustGo = true, Choices = [new(text["menu.continue"], nameof(Word.Continue))] });
            }

            conversation.Stopped = false;
            return word is Word.ChangeData || heard.Referral is not null ? null : new(conversation.Dialogue, again);
        }

        switch (word)
        {
            case Word.Stop:
                conversation.Stopped = true;
                return new(Self, null, new(text["stop.done"]) { MustGo = true, Choices = [new(text["menu.continue"], nameof(Word.Continue))] });
            case Word.Human:
                conversation.WaitsSince ??= heard.At;
                return new(Self, null, new(text["human.asked"]) { Choices = [new(text["menu.continue"], nameof(Word.Continue))] });
            case Word.Help:
                return new(conversation.Dialogue, again, new(text["help"]));
            case Word.Menu:
                return new(Self, null, new(text["menu"])
                {
                    ListButton = text["menu.choose"],
                    Choices =
                    [
                        new(text["menu.continue"], nameof(Word.Continue)), .. byName.Values.Where(d => d.MenuTitle is not null).Select(d => new Choice(d.MenuTitle!, Opens + d.Name)), new(text["menu.change-data"], nameof(Word.ChangeData)), new(text["menu.human"], nameof(Word.Human)),
                        .. severalChannels ? [new Choice(text["menu.link"], nameof(Word.Link))] : Array.Empty<Choice>(), new(text["menu.stop"], nameof(Word.Stop)),
                    ],
                });
            case Word.ChangeData:
                return new(FindConversations.FrontDoor, heard);
            default:
                return null;
        }
    }

    private static (string Dialogue, string Payload) Split(string? payload)
    {
        var colon = payload?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 ? (payload![..colon], payload[(colon + 1)..]) : ("", "");
    }
}
