using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Takeover;

/// <summary>Answers that are given often, for all who help.</summary>
[Authorize(Policies.Classes)]
internal sealed class ReadyAnswersPage(PulihDb db, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    public const string Address = "/desk/ready-answers";
    private const int LongestTitle = 60;
    private const int LongestText = 1_000;

    [BindProperty]
    public string? AnswerTitle { get; set; }

    [BindProperty]
    public string? AnswerText { get; set; }

    public IReadOnlyList<ReadyAnswer> Answers { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Check(nameof(AnswerTitle), AnswerTitle, LongestTitle);
        Check(nameof(AnswerText), AnswerText, LongestText);
        if (!ModelState.IsValid)
        {
            await Load(cancel);
            return Page();
        }

        db.Add(new ReadyAnswer { Id = Ids.Next(clock), Title = AnswerTitle!.Trim(), Text = AnswerText!.Trim(), By = User.Identity!.Name! });
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(Address);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancel)
    {
        db.RemoveRange(await db.Set<ReadyAnswer>().Where(a => a.Id == id).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(Address);
    }

    private void Check(string field, string? value, int longest)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Trim().Length > longest)
        {
            ModelState.AddModelError(field, text["Please write something, at most {0} letters.", longest]);
        }
    }

    private async Task Load(CancellationToken cancel) => Answers = await db.Set<ReadyAnswer>().AsNoTracking().OrderBy(a => a.Title).ToListAsync(cancel);
}
