using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Quizzes;

/// <summary>The sample pack with a quiz of every kind of question.</summary>
internal static class QuizPack
{
    public const string Questions = """
        - id: satu
          text: Di mana foto diambil?
          options:
            - Dekat jendela
            - text: Di bawah lampu
              say: Lampu membuat warna kuning.
            - Di kamar gelap
          correct: 1
          explain: Cahaya jendela lembut.
        - id: beberapa
          kind: multiple
          text: Apa yang ditulis di kiriman?
          options: [Harga yang jelas, Nomor rekening orang lain, Cara memesan, Kata sandi]
          correct: [1, 3]
          explain: Pembeli ingin tahu harga dan cara memesan.
        - id: benar
          kind: true-false
          text: Uang usaha dan uang rumah boleh satu dompet.
          correct: false
          explain: Dua dompet membuat untung kelihatan.
        - id: urut
          kind: order
          text: Urutkan langkahnya.
          options: [Bersihkan meja, Taruh produk, Ambil foto]
          explain: Meja dulu, foto terakhir.
        - id: angka
          kind: number
          text: Modal Rp7.500 dan untung Rp2.500. Berapa harganya?
          answer: 10.000
          explain: Modal ditambah untung.
        - id: kata
          kind: text
          text: Cahaya dari mana yang paling baik?
          answer: [jendela, matahari pagi]
          explain: Jendela memberi cahaya lembut.
        """;

    /// <summary>The right answers as somebody types them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Typed = new Dictionary<string, string>
    {
        ["beberapa"] = "a dan c", ["angka"] = "Rp10 ribu", ["kata"] = "dari jendla kak",
    };

    public static PackSource Source(string quizRules = "", string spoiled = Questions)
    {
        var files = SamplePack.Files();
        files["quiz.yaml"] = spoiled;
        files["course.yaml"] = files["course.yaml"].Replace("needed: 1", "needed: 6" + quizRules.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        return SamplePack.Source(files);
    }

    public static CompiledCourse Course(string quizRules = "") => CompileCourse.From(Source(quizRules)).Course!;
}
