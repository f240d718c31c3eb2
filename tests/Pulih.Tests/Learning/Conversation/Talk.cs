using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Pulih.Chat.Contracts;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Learning.Tasks;
using Pulih.Participation.Contracts;
using Pulih.Platform;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Conversation;

/// <summary>One learner talking with the learning dialogue, without a host: what the engine would do, on a database that is never opened.</summary>
internal sealed class Talk : IDisposable
{
    private readonly IDialogue dialogue;
    private readonly Listener listener = new(Guid.CreateVersion7(), "whatsapp", "628110000001", "Contoh", "id");
    private string? state;
    private int messages;

    public Talk(IProfileQuestions? profile = null, params CompiledCourse[] courses)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id-ID");
        courses = courses.Length > 0 ? courses : [SamplePack.Compile().Course!];
        var texts = new StringLocalizer<Texts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
        var settings = new Settings(
            new ConfigurationBuilder().AddInMemoryCollection([new("Demo", "true"), new("PublicUrl", "https://pulih.test")]).Build(), new Bench());
        var sentence = new MissingSentence(texts);
        var tasks = new TaskMessages(texts, sentence);
        dialogue = new LearningDialogue(null!, new(new(texts, tasks, sentence, settings), new(texts), profile ?? new NoQuestions()), profile ?? new NoQuestions(), Clock);
        Enrolment = NewEnrolment(courses[0].Code);
        Known = new(Person, [.. courses.Select(course => new Study(Enrolment, course, null))], true, "token-for-a-test");
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));

    public SqliteDb Db { get; } = new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);

    public PersonInfo Person { get; set; } = new(Guid.CreateVersion7(), "Contoh", null, null, []);

    public EnrolmentInfo Enrolment { get; }

    public LearningKnown Known { get; set; }

    /// <summary>The last answer.</summary>
    public Say Said { get; private set; } = new("");

    public string? HandedTo { get; private set; }

    public Study Study => Known.Studies[0];

    public IEnumerable<T> Added<T>()
        where T : class => Db.ChangeTracker.Entries<T>().Select(entry => entry.Entity);

    public EnrolmentInfo NewEnrolment(string course) =>
        new(Guid.CreateVersion7(), listener.PersonId, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), course, "test");

    public Say Begin() => Hear(HeardKind.Begin, "");

    public Say Type(string text, Word word = Word.None) => Hear(HeardKind.Text, text, word);

    public Say Ask(HeardKind kind, Word word) => Hear(kind, "", word);

    public Say Photo() => Hear(HeardKind.Picture, "", file: $"media-{messages}");

    public Say Voice() => Hear(HeardKind.Voice, "");

    /// <summary>Taps the choice with this title or, by index, of the last message; or of an earlier one.</summary>
    public Say Tap(int choice, Say? of = null) => Hear(HeardKind.Tap, (of ?? Said).Choices[choice].Title, Word.None, (of ?? Said).Choices[choice].Payload);

    public void TakeAllLessons()
    {
        Begin();
        while (Study.Place.InLessons(Study.Course))
        {
            Tap(0);
        }
    }

    public Say AnswerAll(bool rightly)
    {
        while (Study.Place.InQuiz(Study.Course))
        {
            var correct = Study.Question(Study.Place).Question.RightPlace();
            Tap(rightly ? correct : (correct + 1) % Said.Choices.Count);
        }

        return Said;
    }

    public void Dispose() => Db.Dispose();

    private Say Hear(HeardKind kind, string text, Word word = Word.None, string? payload = null, string? file = null)
    {
        var heard = new Heard(kind, text, Clock.GetUtcNow().UtcDateTime, $"wamid.{++messages}") { Word = word, Payload = payload, File = file };
        var answer = dialogue.Turn(state, heard, listener, Known);
        dialogue.Turn(state, heard, listener, Known).State.ShouldBe(answer.State, "a turn is pure");
        foreach (var deed in answer.Deeds)
        {
            dialogue.Do(deed, listener, Known, Db);
        }

        (state, HandedTo) = (answer.State, answer.Next);
        return Said = answer.Say ?? new("");
    }

    private sealed class NoQuestions : IProfileQuestions
    {
        public ProfileQuestion? Next(PersonInfo person, Guid business, IReadOnlyCollection<string> skipped, string? partner = null) => null;

        public void Answer(PulihDb db, PersonInfo person, string key, int choice) => throw new InvalidOperationException("Nothing was asked.");
    }

    private sealed class Bench : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";
        public string ApplicationName { get; set; } = "Pulih.Tests";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
