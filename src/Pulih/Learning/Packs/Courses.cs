using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Learning.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Packs;

/// <summary>The courses on offer, compiled when first asked for, and the older versions that learners still hold.</summary>
internal sealed class Courses : ICourses
{
    private readonly FrozenDictionary<string, CoursePack> fromFolder;
    private volatile OnOfferNow now;
    private readonly ConcurrentDictionary<(string Code, string Version), CoursePack> known;

    public Courses(IConfiguration configuration, ILogger<Courses> log, IStringLocalizer<Texts> texts)
    {
        var folder = configuration["Content:Folder"] is { Length: > 0 } given ? given : Path.Combine(AppContext.BaseDirectory, "content", "courses");
        if (!Directory.Exists(folder))
        {
            throw new InvalidOperationException($"There is no folder {folder}. Content:Folder names the folder with one course pack in each of its folders.");
        }

        fromFolder = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            .Select(pack => Compile(PackSource.Read(pack), log, texts)).OfType<CoursePack>()
            .ToFrozenDictionary(pack => pack.Course.Code, StringComparer.Ordinal);
        known = new(fromFolder.Values.Select(pack => KeyValuePair.Create((pack.Course.Code, pack.Course.Version), pack)));
        now = new(fromFolder);
    }

    public IReadOnlyList<CompiledCourse> All => now.All;

    /// <summary>The courses of the content folder, whatever was put on offer in their place.</summary>
    public IEnumerable<CoursePack> FromFolder => fromFolder.Values;

    public CompiledCourse? Find(string code) => now.ByCode.GetValueOrDefault(code)?.Course;

    /// <summary>Puts these versions on offer, in place of what the content folder has of the same code. Versions that nobody fetched are left out.</summary>
    public void Offer(IEnumerable<(string Code, string Version)> offered)
    {
        var byCode = fromFolder.ToDictionary(StringComparer.Ordinal);
        foreach (var version in offered)
        {
            if (known.TryGetValue(version, out var pack))
            {
                byCode[version.Code] = pack;
            }
        }

        if (byCode.Count != now.ByCode.Count || byCode.Any(p => now.ByCode.GetValueOrDefault(p.Key) != p.Value))
        {
            now = new(byCode.ToFrozenDictionary(StringComparer.Ordinal));
        }
    }

    public CompiledCourse? Find(string code, string version) => Pack(code, version)?.Course;

    public CoursePack? Pack(string code, string version) => known.GetValueOrDefault((code, version));

    /// <summary>Makes these versions findable: a learner may hold one that left the content folder, or that another machine brought.</summary>
    public async Task Fetch(PulihDb db, IEnumerable<(string Code, string Version)> needed, CancellationToken cancel)
    {
        var missing = needed.Where(version => !known.ContainsKey(version)).Distinct().ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var versions = missing.ConvertAll(version => version.Version);
        var stored = await db.Set<StoredPack>().AsNoTracking().Where(pack => versions.Contains(pack.CourseVersion)).ToListAsync(cancel);
        foreach (var pack in stored)
        {
            var source = PackSource.FromZip(pack.CourseCode, pack.Zip);
            if (CompileCourse.From(source).Course is { } course)
            {
                known.TryAdd((pack.CourseCode, pack.CourseVersion), new(course, source));
            }
        }
    }

    private static CoursePack? Compile(PackSource source, ILogger<Courses> log, IStringLocalizer<Texts> texts)
    {
        var (course, problems) = CompileCourse.From(source);
        foreach (var problem in problems)
        {
            log.LogError("Course {Folder}: {File}:{Line}: {WhatToDo}", source.Folder, problem.File, problem.Line, problem.WhatToDo(texts));
        }

        if (course is null)
        {
            log.LogError("Course {Folder} is left out until this is put right.", source.Folder);
            return null;
        }

        log.LogInformation("Course {Code} {Version} costs {Messages} messages a learner.", course.Code, course.Version, course.OutgoingMessages);
        return new(course, source);
    }
}

/// <summary>What is on offer at one moment.</summary>
internal sealed record OnOfferNow(FrozenDictionary<string, CoursePack> ByCode)
{
    public IReadOnlyList<CompiledCourse> All { get; } = [.. ByCode.Values.Select(pack => pack.Course).OrderBy(course => course.Title, StringComparer.Ordinal)];
}

/// <summary>A compiled course with the files it came from.</summary>
internal sealed record CoursePack(CompiledCourse Course, PackSource Source);
