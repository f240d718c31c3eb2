using Microsoft.Extensions.Localization;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Platform.Language;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Classes.Conversation;

/// <summary>Writes what Classes says in chat. Times are said in the zone of the owner's business.</summary>
internal sealed class ClassMessages(IStringLocalizer<Texts> text, ClassLink links, IRegions regions)
{
    /// <summary>The most classes a chat list can show beside nothing else.</summary>
    public const int MostListed = 10;

    public string this[string key, params object[] values] => text[key, values];

    /// <summary>The zone of the owner's first business; western time for who has none.</summary>
    public TimeZoneInfo ZoneOf(PersonInfo owner) =>
        owner.Businesses.Count > 0 && regions.Get(owner.Businesses[0].RegionCode) is { } region ? region.Province.TimeZone : TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    public string When(ClassSession session, PersonInfo owner) => Formats.InZone(session.StartsAt, session.EndsAt, ZoneOf(owner));

    public Say Coming(IReadOnlyList<(ClassSession Session, Attendee? Mine)> classes, PersonInfo owner)
    {
        if (classes.Count == 0)
        {
            return new(text["chat.none", owner.Called]);
        }

        var lines = classes.Select((c, i) => $"{i + 1}. *{c.Session.Title}*\n{When(c.Session, owner)}{Standing(c.Session, c.Mine)}");
        return new($"{text["chat.coming", owner.Called]}\n\n{string.Join("\n\n", lines)}\n\n{text["chat.choose"]}")
        {
            ListButton = text["chat.list"],
            Choices = [.. classes.Select((c, i) => new Choice($"{i + 1}. {Formats.ShortInZone(c.Session.StartsAt, ZoneOf(owner))}", $"seat:{c.Session.Id:N}", Short(c.Session.Title, 72)))],
        };
    }

    /// <summary>Tells somebody who holds a seat how to come in.</summary>
    public Say Seat(ClassSession session, Attendee mine, PersonInfo owner) => Leavable(session, text["chat.seat", owner.Called, session.Title, When(session, owner), links.To(mine)]);

    public Say Full(ClassSession session, PersonInfo owner, int place) =>
        Leavable(session, text["chat.full", session.Title, owner.Called, place]) with { Choices = [new(text["chat.leave-queue"], $"leave:{session.Id:N}")] };

    public Say Offer(ClassSession session, Attendee mine, PersonInfo owner) =>
        new(text["chat.offer", owner.Called, session.Title, When(session, owner), Formats.InZone(mine.OfferedUntil!.Value, ZoneOf(owner))])
        {
            Choices = [new(text["chat.accept"], $"accept:{session.Id:N}"), new(text["chat.decline"], $"leave:{session.Id:N}")],
        };

    public Say Lapsed(ClassSession session, PersonInfo owner) =>
        new(text["chat.lapsed", owner.Called, session.Title]) { Choices = [new(text["chat.ask-again"], $"seat:{session.Id:N}")] };

    public Say TooLate(ClassSession session, PersonInfo owner) => new(text[session.State == ClassState.Cancelled ? "chat.was-cancelled" : "chat.too-late", owner.Called, session.Title]);

    /// <summary>The class's news for one of its people.</summary>
    public Say News(ClassSession session, Attendee mine, PersonInfo owner) => session.News switch
    {
        ClassNews.Cancelled => new(text["chat.was-cancelled", owner.Called, session.Title]),
        ClassNews.Changed => Leavable(session, text["chat.changed", owner.Called, session.Title, When(session, owner), links.To(mine)]),
        ClassNews.Reminder => Leavable(session, text["chat.reminder", owner.Called, session.Title, When(session, owner), links.To(mine)]),
        ClassNews.Missed => new(session.Recording is { } recording ? text["chat.missed-recording", owner.Called, session.Title, recording] : text["chat.missed", owner.Called, session.Title]),
        _ => throw new ArgumentOutOfRangeException(nameof(session), session.News, "There is no news of this class."),
    };

    private Say Leavable(ClassSession session, string words) => new(words) { Choices = [new(text["chat.leave"], $"leave:{session.Id:N}")] };

    private string Standing(ClassSession session, Attendee? mine) => mine?.Seat switch
    {
        Seats.Seat.Held => $" · {text["chat.standing.held"]}",
        Seats.Seat.Waiting => $" · {text["chat.standing.waiting"]}",
        Seats.Seat.Offered => $" · {text["chat.standing.offered"]}",
        _ when session.Capacity is { } seats => $" · {(session.Taken < seats ? text["chat.standing.free", seats - session.Taken] : text["chat.standing.full"])}",
        _ => "",
    };

    private static string Short(string words, int most) => words.Length <= most ? words : string.Concat(words.AsSpan(0, most - 1), "…");
}
