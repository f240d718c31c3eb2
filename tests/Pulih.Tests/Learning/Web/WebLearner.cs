using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Learning.Web;

/// <summary>A learner with a browser without script and a personal link to a course just begun.</summary>
internal sealed partial class WebLearner : IDisposable
{
    private readonly App app;
    private readonly HttpClient browser;

    private WebLearner(App app, EnrolmentInfo enrolment, CompiledCourse course, string number) =>
        (this.app, Enrolment, Course, Number, browser) = (app, enrolment, course, number, new HttpClient(new HttpClientHandler { AllowAutoRedirect = true }) { BaseAddress = new(app.Url) });

    public EnrolmentInfo Enrolment { get; }

    public CompiledCourse Course { get; }

    /// <summary>The learner's WhatsApp number.</summary>
    public string Number { get; }

    public string Token { get; } = PersonalLink.NewToken();

    public string Address => $"/belajar/{Token}";

    public static async Task<WebLearner> Begin(LearningApp host, CompiledCourse? course = null)
    {
        var product = host.App;
        course ??= product.Services.GetRequiredService<ICourses>().Find("foto-produk-dengan-hp")!;
        var people = product.Services.GetRequiredService<IPeople>();
        PersonInfo owner = null!;
        var number = $"62811{Random.Shared.NextInt64(10_000_000, 99_999_999)}";
        await product.Change(db =>
        {
            owner = people.Register(db, new(Ids.Next(TimeProvider.System), "Contoh", null, $"+{number}", "whatsapp", number, "35.06.15", "id"));
            owner = people.AddBusiness(db, owner, new("Warung Contoh", "keripik", Sector.Other, null, "35.06.15"));
        });
        var enrolled = new Enrolment
        {
            Id = Ids.Next(TimeProvider.System), PersonId = owner.Id, BusinessId = owner.Businesses[0].Id, ProgrammeId = host.Cohort.ProgrammeId,
            CohortId = host.Cohort.Id, PartnerId = host.Cohort.PartnerId, CourseCode = course.Code, Source = "test",
        };
        var enrolment = LoadEnrolments.Info(enrolled);
        var learner = new WebLearner(product, enrolment, course, number);
        await product.Change(db =>
        {
            db.Add(enrolled);
            CourseProgress.Begin(enrolment, course, db, TimeProvider.System);
            db.Add(PersonalLink.For(enrolment, course.Code, learner.Token, TimeProvider.System));
        });
        return learner;
    }

    public Task<CourseProgress> Progress() => app.With(db => db.Set<CourseProgress>().AsNoTracking().SingleAsync(p => p.EnrolmentId == Enrolment.Id && p.CourseCode == Course.Code));

    public Task<HttpResponseMessage> Get(string address) => browser.GetAsync(address);

    /// <summary>Opens a page and sends its form as a browser would, redirects followed.</summary>
    public async Task<string> Send(string page, params (string Name, string Value)[] chosen) => await Send(await Text(page), page, chosen);

    public async Task<string> Send(string html, string page, params (string Name, string Value)[] chosen)
    {
        var form = Form().Match(html);
        var fields = Hidden().Matches(form.Value).Select(m => (Name: m.Groups[1].Value, Value: m.Groups[2].Value)).Concat(chosen);
        var action = Action().Match(form.Value) is { Success: true } given ? given.Groups[1].Value : page;
        using var answer = await browser.PostAsync(action, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        answer.IsSuccessStatusCode.ShouldBeTrue(answer.StatusCode.ToString());
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<string> Text(string address)
    {
        using var answer = await Get(address);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Goes through every lesson; gives the page of the quiz's first question.</summary>
    public async Task<string> TakeAllLessons()
    {
        var page = "";
        for (var lesson = 1; lesson <= Course.Lessons.Count; lesson++)
        {
            page = await Send($"{Address}/{lesson}");
        }

        return page;
    }

    public async Task<string> AnswerAll(string page, bool rightly)
    {
        foreach (var question in Course.Quiz.Questions)
        {
            var option = rightly ? question.RightPlace() : (question.RightPlace() + 1) % question.Options.Count;
            page = await Send(page, $"{Address}/kuis", ("option", $"{option}"));
        }

        return page;
    }

    public void Dispose() => browser.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input(?=[^>]*type=\"hidden\")(?=[^>]*name=\"([^\"]*)\")(?=[^>]*value=\"([^\"]*)\")[^>]*>")]
    private static partial Regex Hidden();
}
