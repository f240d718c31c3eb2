using System.Text;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Authoring;

/// <summary>The files of a pack while they are being changed.</summary>
internal sealed class PackFiles
{
    private readonly SortedDictionary<string, byte[]> files;

    public PackFiles(string code, IEnumerable<KeyValuePair<string, byte[]>> files) => (Code, this.files) = (code, new(files.ToDictionary(), StringComparer.Ordinal));

    public string Code { get; }

    /// <summary>What the course is called; its code as long as it has no title.</summary>
    public string Title => CourseFields.Read(this).Title is { Length: > 0 } title ? title : Code;

    public IEnumerable<string> Lessons => files.Keys.Where(path => LessonMarkdown.NumberOf(path) is not null);

    private IEnumerable<string> Voices => files.Keys.Where(path => PackAudio.NameOf(path) is not null);

    public IEnumerable<string> Pictures => files.Keys.Where(path => PackPictures.NameOf(path) is not null);

    public byte[] this[string path]
    {
        set => files[path] = value;
    }

    public static PackFiles Of(PackSource source) => new(source.Folder, source.Paths.Select(p => KeyValuePair.Create(p, source.Bytes(p)!)));

    public static PackFiles FromZip(string code, byte[] zip) => Of(PackSource.FromZip(code, zip));

    public PackSource Source() => new(Code, files);

    public byte[]? Bytes(string path) => files.GetValueOrDefault(path);

    public string? Text(string path) => Bytes(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public void Write(string path, string text) => files[path] = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));

    public void Remove(string path) => files.Remove(path);

    /// <summary>Adds a lesson behind the others and gives its path.</summary>
    public string AddLesson(string title)
    {
        var path = $"{Lessons.Count() + 1:00}-{Slug(title, "pelajaran")}.md";
        Write(path, $"# {title}\n\n");
        return path;
    }

    /// <summary>Puts a lesson at a place, from 0, and numbers all anew; gives the lesson's path after it.</summary>
    public string MoveLesson(string path, int to)
    {
        var order = Lessons.ToList();
        if (!order.Remove(path))
        {
            return path;
        }

        order.Insert(Math.Clamp(to, 0, order.Count), path);
        var moved = order.Select((old, i) => (Old: old, New: $"{i + 1:00}{old[2..]}", Bytes: files[old])).ToList();
        moved.ForEach(m => files.Remove(m.Old));
        moved.ForEach(m => files[m.New] = m.Bytes);
        return moved.Find(m => m.Old == path).New;
    }

    public void RemoveLesson(string path)
    {
        files.Remove(path);
        if (Lessons.FirstOrDefault() is { } first)
        {
            MoveLesson(first, 0);
        }
    }

    /// <summary>Takes out pictures and voices nothing shows any more: the compiler refuses what is published and not used.</summary>
    public void RemoveUnusedMedia()
    {
        var lessons = Lessons.Select(Text).ToList();
        var asked = QuestionFields.Read(this).SelectMany(q => new[] { q.Picture, q.Audio }).ToHashSet(StringComparer.Ordinal);
        foreach (var medium in Pictures.Concat(Voices).Where(p => !asked.Contains(p) && !lessons.Exists(t => t!.Contains($"]({p})", StringComparison.Ordinal))).ToList())
        {
            files.Remove(medium);
        }
    }

    /// <summary>A free path for a photo.</summary>
    public string PhotoPath(string words) => FreePath(Slug(words, "foto"), name => PackPictures.PathOf($"{name}.jpg"));

    /// <summary>A free path for a recording.</summary>
    public string AudioPath() => FreePath("suara", name => PackAudio.PathOf($"{name}.ogg"));

    private string FreePath(string slug, Func<string, string> pathOf)
    {
        for (var number = 1; ; number++)
        {
            var path = pathOf($"{slug}{(number > 1 ? $"-{number}" : "")}");
            if (!files.ContainsKey(path))
            {
                return path;
            }
        }
    }

    /// <summary>Small letters, digits and hyphens of some words; <paramref name="otherwise"/> where none are left.</summary>
    public static string Slug(string words, string otherwise)
    {
        var slug = string.Join('-', new string([.. words.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        slug = slug.Length > 30 ? slug[..30].TrimEnd('-') : slug;
        return slug.Length > 0 ? slug : otherwise;
    }
}
