using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Learning.Contracts;

namespace Pulih.Learning.Web;

/// <summary>Every course on offer, for everybody.</summary>
[AllowAnonymous]
internal sealed class Catalogue(ICourses courses) : PageModel
{
    public IReadOnlyList<CompiledCourse> Courses => courses.All;
}
