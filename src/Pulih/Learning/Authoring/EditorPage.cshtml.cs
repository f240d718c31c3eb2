using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Learning.Packs;
using Pulih.Platform.Accounts;
using Pulih.Platform.Media;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Learning.Authoring;

/// <summary>One course in the making: its parts at the side, the chosen one as a form, and beside it what learners will see.</summary>
[Authorize(Policies.Courses)]
internal sealed partial class EditorPage(PulihDb db, Courses courses, PublishCourse publish, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    public const string About = "tentang";
    public const string Quiz = "kuis";

    private Draft? draft;

    /// <summary>The chosen part: <see cref="About"/>, <see cref="Quiz"/> or the path of a lesson.</summary>
    [BindProperty(SupportsGet = true, Name = "bagian")]
    public string Part { get; set; } = About;

    [BindProperty]
    public CourseFields Course { get; set; } = new();

    [BindProperty]
    public LessonFields Lesson { get; set; } = new();

    [BindProperty]
    public List<QuestionFields> Questions { get; set; } = [];

    /// <summary>The draft's version the form was filled from.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public PackFiles Files { get; private set; } = null!;
    public string Code => Files.Code;
    public bool HasDraft => draft is not null;
    public string Heading { get; private set; } = "";

    /// <summary>Everything that keeps the draft from being published.</summary>
    public IReadOnlyList<PackProblem> Problems { get; private set; } = [];

    /// <summary>What was on offer, the newest first.</summary>
    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    /// <summary>Where learners of the version on offer stand; empty where nothing is on offer.</summary>
    public IReadOnlyList<StepReach> Reach { get; private set; } = [];

    public Preview Preview => Preview.Of(Files, Part);

    public string Home => $"{CoursesPage.Address}/{Code}";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        Fill();
        return await Show(cancel);
    }

    /// <summary>Keeps what was typed, and then adds, moves or takes out what was asked for.</summary>
    public async Task<IActionResult> OnPostAsync(string code, [FromForm(Name = "do")] string? what, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        if (Seen != (draft?.Version ?? 0))
        {
            // What was typed stays in the form; only the other's work is not written over.
            ModelState.AddModelError("", text["AuthorMeanwhile"]);
            return await Show(cancel);
        }

        if (await TakeMedia(cancel) is { } trouble)
        {
            ModelState.AddModelError("", trouble);
            return await Show(cancel);
        }

        var at = Rearrange(what ?? "");
        Apply();
        Files.RemoveUnusedMedia();
        await Keep(cancel);
        return Redirect($"{Home}?bagian={Uri.EscapeDataString(Part)}{(at is { } place ? $"#bagian-{place}" : "")}");
    }

    /// <summary>What learners would see of what is in the form now; keeps nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        Apply();
        return Partial("/Learning/Authoring/_Preview.cshtml", Preview);
    }

    public async Task<IActionResult> OnPostLessonsAsync(string code, string? path, string? what, int? to, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        var lessons = Files.Lessons.ToList();
        var index = lessons.IndexOf(path ?? "");
        Part = (what, index) switch
        {
            ("add", _) => Files.AddLesson(text["AuthorLessonNew"]),
            ("up", >= 0) => Files.MoveLesson(path!, index - 1),
            ("down", >= 0) => Files.MoveLesson(path!, index + 1),
            ("move", >= 0) when to is not null => Files.MoveLesson(path!, to.Value),
            ("remove", >= 0) when lessons.Count > 1 => Removed(path!),
            _ => Part,
        };
        await Keep(cancel);
        return Redirect($"{Home}?bagian={Uri.EscapeDataString(Part)}");

        string Removed(string lesson)
        {
            Files.RemoveLesson(lesson);
            Files.RemoveUnusedMedia();
            return About;
        }
    }

    /// <summary>A picture or a voice of the draft.</summary>
    public async Task<IActionResult> OnGetMediaAsync(string code, string file, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        return PackPictures.NameOf(PackPictures.PathOf(file)) is not null && Files.Bytes(PackPictures.PathOf(file)) is { } picture ? File(picture, PackPictures.IsPhoto(file) ? "image/jpeg" : "image/svg+xml")
            : PackAudio.NameOf(PackAudio.PathOf(file)) is not null && Files.Bytes(PackAudio.PathOf(file)) is { } voice ? File(voice, "audio/ogg")
            : NotFound();
    }

    private async Task<bool> Load(string code, CancellationToken cancel)
    {
        draft = await db.Set<Draft>().SingleOrDefaultAsync(d => d.CourseCode == code, cancel);
        if (draft is not null)
        {
            Files = PackFiles.FromZip(code, draft.Zip);
        }
        else if (courses.Find(code) is { } course && courses.Pack(code, course.Version) is { } pack)
        {
            Files = PackFiles.Of(pack.Source);
        }
        else
        {
            return false;
        }

        Part = Part == Quiz || Files.Lessons.Contains(Part) ? Part : About;
        return true;
    }

    private void Fill()
    {
        Seen = draft?.Version ?? 0;
        Course = CourseFields.Read(Files);
        Questions = QuestionFields.Read(Files);
        Lesson = Part is About or Quiz ? new() : LessonFields.Read(Files.Text(Part)!);
    }

    private async Task<PageResult> Show(CancellationToken cancel)
    {
        Heading = Files.Title;

        // What is on offer has none.
        Problems = draft is null || Problems.Count > 0 ? Problems : CompileCourse.From(Files.Source()).Problems;
        Offers = await db.Set<Offer>().AsNoTracking().Where(o => o.CourseCode == Code).OrderByDescending(o => o.Id).Take(20).ToListAsync(cancel);
        var version = courses.Find(Code)?.Version;
        Reach = await db.Set<StepReach>().AsNoTracking().Where(r => r.CourseCode == Code && r.CourseVersion == version).ToListAsync(cancel);
        return Page();
    }

    private void Apply()
    {
        if (Part == About)
        {
            Course.Write(Files);
        }
        else if (Part == Quiz)
        {
            QuestionFields.Write(Files, Questions);
        }
        else
        {
            Files.Write(Part, Lesson.Written());
        }
    }

    private int? Rearrange(string what) => Part switch
    {
        About => null,
        Quiz => Reorder.Do(Questions, what),
        _ => Reorder.Do(Lesson.Steps, what),
    };

    private async Task<string?> TakeMedia(CancellationToken cancel)
    {
        IEnumerable<MediaFields> parts = Part switch { About => [], Quiz => Questions, _ => Lesson.Steps };
        foreach (var part in parts)
        {
            part.Audio = part.Silence ? "" : part.Audio;
            if (part.Recording is { Length: > 0 } recording && await TakeVoice(part, recording, cancel) is { } trouble)
            {
                return trouble;
            }
        }

        foreach (var part in parts.Where(p => p.Photo is { Length: > 0 }))
        {
            if (part.Photo!.Length > ReadZip.MostBytes)
            {
                return text["AuthorPhotoLarge", ReadZip.MostBytes >> 20];
            }

            if (ShrinkPhoto.Of(await part.Photo.Bytes(cancel)) is not { } photo)
            {
                return text["AuthorPhotoBroken"];
            }

            part.Picture = Files.PhotoPath(part.Alt ?? "");
            Files[part.Picture] = photo;
        }

        return null;
    }

    private async Task<string?> TakeVoice(MediaFields part, IFormFile recording, CancellationToken cancel)
    {
        if (recording.Length > ReadZip.MostBytes)
        {
            return text["AuthorPhotoLarge", ReadZip.MostBytes >> 20];
        }

        // What is light enough and right already stays as it was recorded.
        var file = await recording.Bytes(cancel);
        var voice = PackAudio.IsVoice(file) && file.Length <= PackLimits.AudioBytes ? file : await MakeVoice.Of(file, cancel) ?? (PackAudio.IsVoice(file) ? file : null);
        if (voice is null)
        {
            return text["AuthorVoiceBroken"];
        }

        if (voice.Length > PackLimits.AudioBytes)
        {
            return text["AuthorVoiceHeavy", PackLimits.AudioBytes >> 10];
        }

        part.Audio = Files.AudioPath();
        Files[part.Audio] = voice;
        return null;
    }

    private async Task Keep(CancellationToken cancel)
    {
        draft ??= db.Add(new Draft { CourseCode = Code }).Entity;
        draft.Hold(Files, User.Identity!.Name!, clock);
        await db.SaveChangesAsync(cancel);
    }
}
