using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;

namespace Pulih.Learning.Conversation;

/// <summary>A warung owner's whole course on the running product, through signed webhooks and what the provider received.</summary>
public sealed class CourseInChatTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Course = "jualan-lewat-whatsapp";
    private readonly App app = shared.App;

    [Fact]
    public async Task From_the_first_greeting_to_the_certificate_costs_no_more_messages_than_promised()
    {
        await app.OpenCohort(Course);
        var phone = app.Phone("6281200000777", "Sri (contoh)");
        var registering = new List<SentMessage>();
        var said = await Ask(phone, "Halo, saya mau ikut pelatihan");
        foreach (var answer in new[] { "Setuju", "Bu Sri", "Keripik Contoh", "keripik pisang", "Pare, Kediri" })
        {
            registering.Add(said);
            said = await Ask(phone, answer);
        }

        said.Text.ShouldContain("Pelajaran 1 dari 5");
        registering.Count.ShouldBeLessThanOrEqualTo(7);
        var course = app.Services.GetRequiredService<ICourses>().Find(Course)!;
        var learning = 1;
        while (!said.Text.Contains("Selamat, pelatihan", StringComparison.Ordinal))
        {
            said = await Ask(phone, Reply(said, course));
            learning++;
            learning.ShouldBeLessThanOrEqualTo(course.OutgoingMessages, said.Text);
        }

        (await phone.Answer()).Type.ShouldBe("image", "the certificate");
        learning++;
        learning.ShouldBe(course.OutgoingMessages);
        await app.Quiet();
        var progress = await app.With(db => db.Set<CourseProgress>().SingleAsync(p => p.CourseCode == Course && p.CompletedAt != null));
        progress.CompletedAt.ShouldNotBeNull();
        (await app.With(db => db.Set<StepSeen>().CountAsync(s => s.ProgressId == progress.Id))).ShouldBe(course.Lessons.Sum(l => l.Steps.Count));
    }

    [Fact]
    public async Task A_voice_goes_out_as_audio_that_can_be_heard_and_the_words_follow_it()
    {
        await app.OpenCohort(Course, "mendengar");
        var phone = app.Phone("6281200000778", "Tuti (contoh)");
        var said = await Ask(phone, "Halo, saya mau ikut pelatihan");
        foreach (var answer in new[] { "Setuju", "Bu Tuti", "Kue Contoh", "kue basah", "Pare, Kediri" })
        {
            said = await Ask(phone, answer);
        }

        said.Replies.Select(r => r.Title).ShouldBe(["Lanjut", "🔊 Dengarkan"]);
        var voice = await Ask(phone, "🔊 Dengarkan");
        voice.Type.ShouldBe("audio");
        using (var file = await app.Http.GetAsync(new Uri(voice.Json!["audio"]!["link"]!.GetValue<string>()).PathAndQuery))
        {
            file.Content.Headers.ContentType!.MediaType.ShouldBe("audio/ogg");
            Packs.PackAudio.IsVoice(await file.Content.ReadAsByteArrayAsync()).ShouldBeTrue();
        }

        (await phone.Answer()).Text.ShouldContain("suara komputer");
        (await Ask(phone, "Lanjut")).Type.ShouldBe("audio");
        (await phone.Answer()).Text.ShouldNotBeEmpty();
    }

    private static string Reply(SentMessage said, CompiledCourse course) =>
        course.Quiz.Questions.FirstOrDefault(question => said.Text.Contains(question.Text, StringComparison.Ordinal)) is { } asked
            ? asked.Options[asked.RightPlace()]
            : said.Replies[0].Title;

    /// <summary>Says it, by a tap where the last message offers it, and waits for the answer.</summary>
    private static async Task<SentMessage> Ask(Phone phone, string what)
    {
        await phone.SendText(what);
        return await phone.Answer();
    }
}
