using System.Text;
using Pulih.Learning.Contracts;

namespace Pulih.Learning.Packs;

/// <summary>A small pack without a fault, to be spoilt one thing at a time.</summary>
internal static class SamplePack
{
    public const string Code = "contoh";

    public static Dictionary<string, string> Files() => new(StringComparer.Ordinal)
    {
        ["course.yaml"] = """
            code: contoh
            language: id
            title: Contoh pelatihan
            summary: Dua pelajaran pendek untuk mencoba.
            minutes: 5
            authors: [Tim Pulih]
            licence: CC BY 4.0
            quiz:
              needed: 1
            """,
        ["01-satu.md"] = """
            # Pelajaran satu

            ![Piring di dekat jendela](pictures/jendela.svg)

            Taruh produk **dekat jendela**,
            pagi atau *sore*.

            - Matikan lampu kilat
            - Baca [panduan](https://contoh.id/panduan)

            ---

            Langkah kedua.
            """,
        ["02-dua.md"] = "# Pelajaran dua\n\nSelesai.\n",
        ["quiz.yaml"] = """
            - id: q1
              text: Di mana foto diambil?
              options: [Dekat jendela, Di kamar gelap]
              correct: 1
              explain: Cahaya jendela lembut.
            - id: q2
              text: Kapan waktu terbaik?
              options:
                - Tengah malam
                - Pagi
                - Siang terik
              correct: 2
              explain: Pagi dan sore cahayanya lembut.
            """,
        ["pictures/jendela.svg"] = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180">
              <rect width="320" height="180" fill="#fbefd5"/>
              <circle cx="160" cy="90" r="40" fill="#e09a12"/>
            </svg>
            """,
    };

    public static PackSource Source(Dictionary<string, string> files) =>
        new(Code, files.Select(file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value))));

    /// <summary>A course that only this test has, findable on the host by its version as one a learner still holds.</summary>
    public static async Task<CompiledCourse> Store(App app, PackSource source)
    {
        var course = CompileCourse.From(source).Course!;
        await app.Change(db => db.Add(new StoredPack { CourseCode = course.Code, CourseVersion = course.Version, Zip = source.ToZip(), FirstOfferedAt = TimeProvider.System.GetUtcNow().UtcDateTime }));
        return course;
    }

    public static CompiledPack Compile(string? file = null, Func<string, string>? spoil = null)
    {
        var files = Files();
        if (file is not null)
        {
            files[file] = spoil!(files.GetValueOrDefault(file, ""));
        }

        return CompileCourse.From(Source(files));
    }
}
