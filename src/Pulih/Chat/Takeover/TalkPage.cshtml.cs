using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Chat.Inbox;
using Pulih.Chat.Turns;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Takeover;

/// <summary>One conversation as it goes on, for whoever helps: take it over, answer, note, hand on, close.</summary>
[Authorize(Policies.Classes)]
internal sealed class TalkPage(PulihDb db, TakeOver takeOver, ReadConversation read, IPeople people, IReadLog readings, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    private const int LongestAnswer = 4_000;
    private const int LongestNote = 1_000;

    [BindProperty]
    public string? Say { get; set; }

    [BindProperty(SupportsGet = true, Name = "siap")]
    public Guid? Ready { get; set; }

    public Conversation Conversation { get; private set; } = null!;
    public PersonInfo? Person { get; private set; }
    public Talk Talk { get; private set; } = null!;
    public IReadOnlyList<Note> Notes { get; private set; } = [];
    public IReadOnlyList<ReadyAnswer> ReadyAnswers { get; private set; } = [];

    /// <summary>The reader holds it now.</summary>
    public bool Mine { get; private set; }

    /// <summary>Somebody else holds it now.</summary>
    public bool Others { get; private set; }

    /// <summary>The provider takes no answer until the person writes again.</summary>
    public bool WindowClosed { get; private set; }

    private string Me => User.Identity!.Name!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancel) => Done(id, await takeOver.Take(id, Me, cancel));

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel) =>
        await takeOver.Close(id, Me, cancel) ? LocalRedirect(WaitingPage.Address) : Done(id, false);

    public Task<IActionResult> OnPostSayAsync(Guid id, CancellationToken cancel) => Write(id, LongestAnswer, said => takeOver.Answer(id, Me, said, cancel), cancel);

    public Task<IActionResult> OnPostNoteAsync(Guid id, CancellationToken cancel) => Write(id, LongestNote, said => takeOver.Note(id, Me, said, cancel), cancel);

    public Task<IActionResult> OnPostHandOnAsync(Guid id, CancellationToken cancel) => Write(id, LongestNote, said => takeOver.HandOn(id, Me, said, cancel), cancel);

    private async Task<IActionResult> Write(Guid id, int longest, Func<string, Task<bool>> write, CancellationToken cancel)
    {
        var said = (Say ?? "").Trim();
        if (said.Length is 0 || said.Length > longest)
        {
            ModelState.AddModelError(nameof(Say), text["Please write something, at most {0} letters.", longest]);
            return await Load(id, cancel) ? Page() : NotFound();
        }

        return Done(id, await write(said));
    }

    private LocalRedirectResult Done(Guid id, bool done) => LocalRedirect($"{WaitingPage.Address}/{id}{(done ? "" : "?terlambat")}#akhir");

    private async Task<bool> Load(Guid id, CancellationToken cancel)
    {
        if (await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } found)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Conversation = found;
        Mine = found.IsHeld(now) && found.HeldBy == Me;
        Others = found.IsHeld(now) && !Mine;
        WindowClosed = found.LastHeardAt + Outgoing.Window <= now;
        Person = (await people.Load(db, [found.PersonId], cancel)).GetValueOrDefault(found.PersonId);
        Talk = await read.With(db, found.PersonId, now.AddDays(1), cancel);
        Notes = await db.Set<Note>().AsNoTracking().Where(n => n.ConversationId == id).OrderBy(n => n.Id).ToListAsync(cancel);
        ReadyAnswers = await db.Set<ReadyAnswer>().AsNoTracking().OrderBy(a => a.Title).ToListAsync(cancel);
        Say ??= ReadyAnswers.FirstOrDefault(a => a.Id == Ready)?.Text;
        readings.Read(db, User, [found.PersonId], WaitingPage.Address);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
