namespace Pulih.Learning.Packs;

/// <summary>The packs in <c>content/courses</c> keep every rule, the weight of their pictures in chat included.</summary>
public sealed class StarterCoursesTests
{
    private static readonly string Courses = Path.Combine(AppContext.BaseDirectory, "content", "courses");

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Courses).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_starter_course_has_no_problem(string folder)
    {
        var (course, problems) = CompileCourse.From(PackSource.Read(Path.Combine(Courses, folder)));
        problems.Select(p => $"{p.File}:{p.Line}: {p.Rule} {string.Join(", ", p.Values)}").ShouldBeEmpty();
        course!.OutgoingMessages.ShouldBeLessThanOrEqualTo(course.Task is null ? 18 : 20);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Its_pictures_are_light_at_full_width(string folder)
    {
        var pack = PackSource.Read(Path.Combine(Courses, folder));
        foreach (var path in pack.Paths.Where(path => PackPictures.NameOf(path) is not null))
        {
            var png = DrawPicture.AsPng(pack.Bytes(path)!);
            using var bitmap = SkiaSharp.SKBitmap.Decode(png);
            bitmap.Width.ShouldBe(PackLimits.PictureWidth, path);
            png.Length.ShouldBeLessThanOrEqualTo(PackLimits.PictureBytes, path);
        }
    }
}
