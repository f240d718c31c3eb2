using FakeMeta;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Web;

namespace Pulih.Chat.Simulator;

/// <summary>People's phones on a page. What they send goes out as signed webhooks; what they show is what Meta's stand-in received.</summary>
[AllowAnonymous]
internal sealed class SimulatorPage(OpenPhones phones, IHostApplicationLifetime life, IStringLocalizer<Texts> text) : PageModel
{
    private const int MostPhones = 4;
    private const int LongestText = 4096;
    private const int LongestName = 60;
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AnswerBeforeRedirect = TimeSpan.FromSeconds(8);

    [BindProperty(SupportsGet = true)]
    public string? Phones { get; set; }

    [BindProperty]
    public string? NewName { get; set; }

    [BindProperty]
    public string? NewNumber { get; set; }

    public IReadOnlyList<PhoneScreen> Screens { get; private set; } = [];

    public IReadOnlyList<(string Number, string Name)> Others { get; private set; } = [];

    /// <summary>The channels a person's phone can show.</summary>
    public IReadOnlyList<string> Channels => phones.Channels;

    private string[] Numbers => [.. (Phones ?? "").Split(',').Where(p => DemoPeople.ChannelOf(p) is not null).Distinct().Take(MostPhones)];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        context.Result = phones.Available ? null : NotFound();

    public void OnGet([FromQuery(Name = "text")] string? draft, string? channel)
    {
        if (channel is not null && Channels.Contains(channel))
        {
            Phones = DemoPeople.On(channel, DemoPeople.Given[0].Number);
        }

        NewNumber = DemoPeople.NewNumber();
        Show(draft);
    }

    /// <summary>The bubbles alone, for the script: it names the version it has and waits until there is another.</summary>
    public async Task<IActionResult> OnGetChatAsync(string number, CancellationToken cancel)
    {
        if (DemoPeople.ChannelOf(number) is null)
        {
            return NotFound();
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        var phone = phones.Open(number);
        var changed = phone.Changed(end.Token);
        var screen = phones.Look(phone);
        if (Request.Headers.IfNoneMatch == screen.Version)
        {
            await Task.WhenAny(changed, Task.Delay(LongPoll, end.Token));
            screen = phones.Look(phone);
        }

        Response.Headers.ETag = screen.Version;
        Response.Headers.CacheControl = "no-store";
        return Request.Headers.IfNoneMatch == screen.Version ? StatusCode(StatusCodes.Status304NotModified) : Partial("_Bubbles", screen);
    }

    public IActionResult OnGetFile(string id) => phones.Picture(id) is { } picture ? File(picture.Bytes, picture.MimeType) : NotFound();

    public async Task<IActionResult> OnPostSayAsync(string phone, string? say, string? send, IFormFile? picture, CancellationToken cancel)
    {
        if (DemoPeople.ChannelOf(phone) is null)
        {
            return NotFound();
        }

        var mine = phones.Open(phone);
        var words = (say ?? "").Trim();
        words = words[..Math.Min(words.Length, LongestText)];
        var sending = send switch
        {
            "voice" => mine.SendVoice("OggS"u8.ToArray()),
            "location" => mine.SendLocation(-7.2167, 107.9, "Garut"),
            _ when picture is { Length: > 0, ContentType: "image/jpeg" or "image/png" } => SendPicture(mine, picture, words, cancel),
            _ => words.Length > 0 ? mine.SendText(words) : Task.CompletedTask,
        };
        await sending;
        return await Back(mine, cancel);
    }

    /// <summary>A tap on a button or a list row: the message it is on, a bar, its id.</summary>
    public async Task<IActionResult> OnPostTapAsync(string phone, string? tap, CancellationToken cancel)
    {
        var parts = (tap ?? "").Split('|', 2);
        if (DemoPeople.ChannelOf(phone) is null || phones.Open(phone).Chat.FirstOrDefault(e => e.Id == parts[0]) is not { } entry
            || entry.Replies.FirstOrDefault(r => r.Id == parts.ElementAtOrDefault(1)) is not { } reply)
        {
            return NotFound();
        }

        var mine = phones.Open(phone);
        await (Bubble.IsList(entry) ? mine.Choose(reply, entry.Id) : mine.Tap(reply, entry.Id));
        return await Back(mine, cancel);
    }

    public IActionResult OnPostAdd()
    {
        var name = (NewName ?? "").Trim();
        var number = DemoPeople.Invented(NewNumber ?? "");
        if (name.Length is 0 or > LongestName)
        {
            ModelState.AddModelError(nameof(NewName), text["Please write a name of at most 60 letters."]);
        }

        if (number is null)
        {
            ModelState.AddModelError(nameof(NewNumber), text["Please use a number that begins with 62800: nobody has such a number."]);
        }

        if (!ModelState.IsValid)
        {
            Show(null);
            return Page();
        }

        phones.Invent(number!, name);
        return Redirect("/simulator?phones=" + number);
    }

    private static async Task SendPicture(Phone mine, IFormFile picture, string caption, CancellationToken cancel) =>
        await mine.SendImage(await picture.Bytes(cancel), picture.ContentType, caption.Length > 0 ? caption : null);

    private void Show(string? draft)
    {
        var numbers = Numbers is { Length: > 0 } chosen ? chosen : [DemoPeople.Given[0].Number];
        Phones = string.Join(',', numbers);
        Screens = [.. numbers.Select((number, i) => phones.Look(phones.Open(number), i == 0 ? draft : null, numbers))];
        Others = phones.Others(numbers);
    }

    /// <summary>The script stays where it is. Without one, the answer is waited for a little, so that the page shows it at once.</summary>
    private async Task<IActionResult> Back(Phone phone, CancellationToken cancel)
    {
        if (Request.Headers.XRequestedWith == "fetch")
        {
            return new NoContentResult();
        }

        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        soon.CancelAfter(AnswerBeforeRedirect);
        while (!soon.IsCancellationRequested)
        {
            var changed = phone.Changed(soon.Token);
            if (phone.Chat is [.., { FromPerson: false }])
            {
                break;
            }

            await Task.WhenAny(changed);
        }

        return Redirect($"/simulator?phones={string.Join(',', Numbers)}#akhir-{phone.Number}");
    }
}
