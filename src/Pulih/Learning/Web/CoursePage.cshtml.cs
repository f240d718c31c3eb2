using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Learning.Contracts;

namespace Pulih.Learning.Web;

/// <summary>What a course teaches and how to begin it, for everybody.</summary>
[AllowAnonymous]
internal sealed class CoursePage(ICourses courses) : PageModel
{
    public CompiledCourse Course { get; private set; } = null!;

    public IActionResult OnGet(string code)
    {
        if (courses.Find(code) is not { } course)
        {
            return NotFound();
        }

        Course = course;
        return Page();
    }
}
