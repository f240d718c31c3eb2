using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Platform.Web;

namespace Pulih.Learning.Web;

/// <summary>What a lesson's page costs a learner's data package at its first view, style sheet and drawings included.</summary>
internal sealed class PageWeight(CourseMedia media, Assets assets)
{
    // The frame around a lesson, its form and the headers of the answers, as measured by PersonalPagesTests.
    private const int Frame = 3_300;

    private readonly ConcurrentDictionary<(string Code, string Version, int Lesson), int> known = new();

    public int Bytes(CompiledCourse course, Lesson lesson) =>
        Shell + known.GetOrAdd((course.Code, course.Version, lesson.Number), _ => Compressed(lesson) + lesson.Steps.Sum(step => step.Drawing is { } drawing ? media.Weight(course, drawing) : 0));

    public int Kilobytes(CompiledCourse course, Lesson lesson) => Rounded(Bytes(course, lesson));

    /// <summary>All lessons on one page.</summary>
    public int Kilobytes(CompiledCourse course) => Rounded(Shell + course.Lessons.Sum(lesson => Bytes(course, lesson) - Shell));

    private int Shell => Frame + assets.Weight("pulih.css");

    private static int Rounded(int bytes) => (bytes + 1_023) / 1_024;

    private static int Compressed(Lesson lesson)
    {
        var html = Encoding.UTF8.GetBytes(string.Concat(lesson.Steps.Select(step => step.Html)));
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(html.Length)];
        return BrotliEncoder.TryCompress(html, target, out var written, quality: 5, window: 22) ? written : html.Length;
    }
}
