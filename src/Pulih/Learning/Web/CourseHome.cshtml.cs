using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Learning.Contracts;
using Pulih.Learning.Conversation;

namespace Pulih.Learning.Web;

/// <summary>A learner's course on the web: where they stand and what is left. Whoever holds the link may look.</summary>
[AllowAnonymous]
internal sealed class CourseHome(FindStudy find) : PageModel
{
    public Study Study { get; private set; } = null!;

    public CompiledCourse Course => Study.Course;

    public string Token { get; private set; } = "";

    /// <summary>The page on which the learner goes on.</summary>
    public string Onward => Study.Place.InLessons(Course) ? $"/belajar/{Token}/{Study.Place.Lesson + 1}" : $"/belajar/{Token}/kuis";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (await find.By(token, cancel) is not { } study)
        {
            return NotFound();
        }

        (Study, Token) = (study, token);
        return Page();
    }
}
