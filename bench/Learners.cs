using System.Globalization;
using System.Text;
using YamlDotNet.Serialization;

namespace Pulih.Bench;

/// <summary>What simulated people write, in order: greeting, registration, the whole of a course, its quiz. Typed answers only, because no answer of ours is read.</summary>
internal static class Learners
{
    /// <summary>So many lines of the script make a stranger a registered learner.</summary>
    public const int Registering = 6;

    // Stands for the person's number: a hundred thousand of one name would all be asked whether they are the same.
    private const string Whoever = "#";

    public static IReadOnlyList<string> Script(string course)
    {
        var quiz = Path.Combine(AppContext.BaseDirectory, "content", "courses", course, "quiz.yaml");
        var questions = new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(File.ReadAllText(quiz));
        return
        [
            "Halo, saya mau ikut pelatihan (kode FBPAGE1)", "ya", $"Peserta {Whoever}", $"Usaha {Whoever} (uji)", "keripik pisang", "Kec. Pare, Kab. Kediri",
            .. Enumerable.Repeat("lanjut", 10),
            .. questions.Select(q => q["correct"].ToString()!),
        ];
    }

    /// <summary>A webhook body with one text message, as Meta sends it.</summary>
    public static byte[] Body(string from, string id, string text, long unixSeconds) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""
            {"object":"whatsapp_business_account","entry":[{"id":"200000000000001","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"628000000001","phone_number_id":"{{ProductProcess.Number}}"},"contacts":[{"profile":{"name":"Peserta Uji"},"wa_id":"{{from}}","user_id":"ID.{{from}}"}],"messages":[{"from":"{{from}}","from_user_id":"ID.{{from}}","id":"{{id}}","timestamp":"{{unixSeconds}}","text":{"body":"{{text.Replace(Whoever, from, StringComparison.Ordinal)}}"},"type":"text"}]},"field":"messages"}]}]}
            """));
}
