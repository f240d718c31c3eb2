using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;

namespace Pulih.Learning.Web;

public sealed partial class PersonalPagesTests(LearningApp host) : IClassFixture<LearningApp>
{
    private const int Budget = 14 * 1_024;
    private readonly App app = host.App;

    [Fact]
    public async Task A_whole_course_can_be_taken_on_the_web_without_script()
    {
        using var learner = await WebLearner.Begin(host);
        (await learner.Text(learner.Address)).ShouldContain(learner.Course.Title);
        var result = await learner.AnswerAll(await learner.TakeAllLessons(), rightly: true);
        result.ShouldContain("Nilai Bapak/Ibu 6 dari 6.");
        result.ShouldContain("Selamat!");
        result.ShouldNotContain("<script");
        var progress = await learner.Progress();
        progress.CompletedAt.ShouldNotBeNull();
        (await app.With(db => db.Set<StepSeen>().CountAsync(s => s.ProgressId == progress.Id))).ShouldBe(learner.Course.Lessons.Sum(l => l.Steps.Count));
        (await app.With(db => db.Set<AnswerGiven>().CountAsync(a => a.AttemptId == progress.AttemptId && a.Right))).ShouldBe(6);
    }

    [Fact]
    public async Task The_explanation_of_an_answer_stands_above_the_next_question()
    {
        using var learner = await WebLearner.Begin(host);
        var first = await learner.TakeAllLessons();
        var question = learner.Course.Quiz.Questions[0];
        first.ShouldContain(question.Text);
        var second = await learner.Send(first, $"{learner.Address}/kuis", ("option", $"{question.RightPlace()}"));
        second.ShouldContain("Benar!");
        second.ShouldContain(question.Explain);
        second.ShouldContain(learner.Course.Quiz.Questions[1].Text);
    }

    [Fact]
    public async Task Who_does_not_pass_may_repeat_the_quiz()
    {
        using var learner = await WebLearner.Begin(host);
        var result = await learner.AnswerAll(await learner.TakeAllLessons(), rightly: false);
        result.ShouldContain("Sedikit lagi!");
        var again = await learner.Send(result, $"{learner.Address}/kuis");
        again.ShouldContain("Soal 1 dari 6");
        (await learner.Progress()).Attempt.ShouldBe(2);
        (await learner.AnswerAll(again, rightly: true)).ShouldContain("Selamat!");
    }

    [Fact]
    public async Task The_same_answer_sent_twice_counts_once()
    {
        using var learner = await WebLearner.Begin(host);
        var question = await learner.TakeAllLessons();
        await learner.Send(question, $"{learner.Address}/kuis", ("option", "0"));
        await learner.Send(question, $"{learner.Address}/kuis", ("option", "1"));
        (await learner.Progress()).Question.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_without_a_choice_asks_for_one()
    {
        using var learner = await WebLearner.Begin(host);
        var question = await learner.TakeAllLessons();
        (await learner.Send(question, $"{learner.Address}/kuis")).ShouldContain("Pilih salah satu jawaban dulu, ya.");
        (await learner.Progress()).Question.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_begun_in_chat_goes_on_on_the_page_and_back()
    {
        using var learner = await WebLearner.Begin(host);
        await app.With(async db =>
        {
            // Two steps tapped through in chat: the first lesson.
            var progress = await db.Set<CourseProgress>().SingleAsync(p => p.EnrolmentId == learner.Enrolment.Id);
            progress.SeeStep(learner.Course, db, TimeProvider.System);
            progress.SeeStep(learner.Course, db, TimeProvider.System);
            return await db.SaveChangesAsync();
        });
        (await learner.Text(learner.Address)).ShouldContain($"href=\"{learner.Address}/2\"");
        await learner.Send($"{learner.Address}/2");
        (await learner.Progress()).Place.ShouldBe(new Place(2, 0, 0, 0, 0));
    }

    [Fact]
    public async Task Of_a_page_and_a_chat_message_at_the_same_moment_one_wins_and_nothing_is_doubled()
    {
        using var learner = await WebLearner.Begin(host);
        await using var page = await app.Services.GetRequiredService<IDbContextFactory<Pulih.Platform.Storage.PulihDb>>().CreateDbContextAsync();
        var read = await page.Set<CourseProgress>().AsNoTracking().SingleAsync(p => p.EnrolmentId == learner.Enrolment.Id);
        await learner.Send($"{learner.Address}/1");
        read.SeeStep(learner.Course, page, TimeProvider.System);
        var late = await Should.ThrowAsync<DbUpdateException>(() => page.SaveChangesAsync());
        late.ShouldNotBeNull();
        (await app.With(db => db.Set<StepSeen>().CountAsync(s => s.ProgressId == read.Id))).ShouldBe(2);
    }

    [Fact]
    public async Task A_lesson_that_is_not_open_yet_leads_to_the_overview()
    {
        using var learner = await WebLearner.Begin(host);
        (await learner.Get($"{learner.Address}/4")).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(learner.Address);
        (await learner.Get($"{learner.Address}/kuis")).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"{learner.Address}/1");
    }

    [Theory]
    [InlineData("/belajar/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/belajar/AAAAAAAAAAAAAAAAAAAAAA/1")]
    [InlineData("/belajar/AAAAAAAAAAAAAAAAAAAAAA/kuis")]
    [InlineData("/pelatihan/tidak-ada")]
    [InlineData("/media/courses/tidak-ada/000000000000/x.svg")]
    public async Task What_nobody_made_is_not_found(string address) =>
        (await app.Http.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_link_in_the_database_is_no_key_to_the_page()
    {
        using var learner = await WebLearner.Begin(host);
        var stored = await app.With(db => db.Set<PersonalLink>().SingleAsync(l => l.EnrolmentId == learner.Enrolment.Id));
        (await app.Http.GetAsync($"/belajar/{stored.TokenHash}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_first_view_of_every_lesson_fits_fourteen_kilobytes_and_the_page_says_what_it_costs()
    {
        using var learner = await WebLearner.Begin(host);
        await learner.TakeAllLessons();
        var weight = app.Services.GetRequiredService<PageWeight>();
        foreach (var lesson in learner.Course.Lessons)
        {
            var (bytes, html) = await Weigh($"{learner.Address}/{lesson.Number}");
            bytes.ShouldBeLessThanOrEqualTo(Budget);
            html.ShouldContain($"{weight.Kilobytes(learner.Course, lesson)} KB");
            weight.Bytes(learner.Course, lesson).ShouldBeInRange(bytes - 400, bytes + 1_024);
        }

        foreach (var page in new[] { learner.Address, $"{learner.Address}/kuis", "/pelatihan", $"/pelatihan/{learner.Course.Code}" })
        {
            (await Weigh(page)).Bytes.ShouldBeLessThanOrEqualTo(Budget, page);
        }
    }

    [Fact]
    public async Task A_learner_keeps_the_version_begun_when_the_course_has_changed_since()
    {
        var old = SamplePack.Source(SamplePack.Files());
        await app.Change(db => db.Add(new StoredPack { CourseCode = "contoh", CourseVersion = old.Version, Zip = old.ToZip(), FirstOfferedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) }));
        using var learner = await WebLearner.Begin(host, CompileCourse.From(old).Course!);
        var page = await learner.Text($"{learner.Address}/1");
        page.ShouldContain("<strong>dekat jendela</strong>");
        var picture = await learner.Get($"/media/courses/contoh/{old.Version}/jendela.png");
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
    }

    [Fact]
    public async Task Drawings_are_served_for_good_and_can_do_nothing_but_be_seen()
    {
        using var learner = await WebLearner.Begin(host);
        var picture = learner.Course.Lessons[0].Steps[0].Drawing!;
        var svg = await learner.Get(CourseMedia.ForPage(learner.Course, picture));
        svg.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        svg.Headers.CacheControl!.ToString().ShouldContain("immutable");
        svg.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        svg.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task The_catalogue_is_open_to_everybody_in_both_languages()
    {
        using var visitor = await WebLearner.Begin(host);
        (await visitor.Text("/pelatihan")).ShouldContain("Foto produk dengan HP");
        (await visitor.Text("/pelatihan?lang=en")).ShouldContain("Free, in WhatsApp or here.");
    }

    /// <summary>What a phone loads at the first view: the page, its style sheet and its drawings, all compressed.</summary>
    private async Task<(int Bytes, string Html)> Weigh(string address)
    {
        var (bytes, html) = await Load(address);
        foreach (var part in Parts().Matches(html).Select(m => m.Groups[1].Value).Distinct())
        {
            bytes += (await Load(part)).Bytes;
        }

        return (bytes, html);
    }

    private async Task<(int Bytes, string Text)> Load(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await app.Http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{address}: {answer.StatusCode}");
        var body = await answer.Content.ReadAsByteArrayAsync();
        answer.Content.Headers.ContentEncoding.ShouldContain("br", address);
        using var plain = new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
        return (body.Length + answer.Headers.ToString().Length + answer.Content.Headers.ToString().Length, await plain.ReadToEndAsync());
    }

    [GeneratedRegex("(?<!<audio [^>]*)(?:src|stylesheet\" href)=\"([^\"]+)\"")]
    private static partial Regex Parts();
}
