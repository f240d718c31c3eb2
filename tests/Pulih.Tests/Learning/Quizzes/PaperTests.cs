using CsCheck;
using Pulih.Learning.Contracts;

namespace Pulih.Learning.Quizzes;

public sealed class PaperTests
{
    private static readonly CompiledCourse Drawing = QuizPack.Course("\n  draw: 6\n  shuffle: true") is var course ? course with { Quiz = course.Quiz with { Draw = 3 } } : null!;

    [Fact]
    public void A_paper_is_the_same_whoever_asks_for_it_and_holds_each_question_once() =>
        Gen.Select(Gen.Guid, Gen.Int[1, 9]).Sample((enrolment, attempt) =>
        {
            var paper = Paper.Of(Drawing, enrolment, attempt);
            paper.Select(Told).ShouldBe(Paper.Of(Drawing, enrolment, attempt).Select(Told));
            paper.Select(q => q.Question.Id).Distinct().Count().ShouldBe(3);
            Enumerable.Range(0, 3).ShouldAllBe(i => Told(Paper.Question(Drawing, enrolment, attempt, i)) == Told(paper[i]));
        });

    [Fact]
    public void Every_question_is_drawn_about_as_often_as_any_other()
    {
        var drawn = Enumerable.Range(0, 3_000).SelectMany(_ => Paper.Of(Drawing, Guid.CreateVersion7(), 1)).CountBy(q => q.Question.Id).ToDictionary();
        drawn.Count.ShouldBe(6);
        drawn.Values.ShouldAllBe(times => times > 1_300 && times < 1_700); // 1,500 expected, standard deviation 27.
    }

    [Fact]
    public void Another_attempt_is_another_paper()
    {
        var enrolment = Guid.CreateVersion7();
        Enumerable.Range(1, 20).Select(attempt => string.Join(' ', Paper.Of(Drawing, enrolment, attempt).Select(Told))).Distinct().Count().ShouldBeGreaterThan(15);
    }

    [Fact]
    public void However_options_are_shown_the_right_choice_is_right_and_every_other_is_not() =>
        Gen.Select(Gen.Guid, Gen.Int[1, 9]).Sample((enrolment, attempt) =>
        {
            foreach (var asked in Paper.Of(Drawing with { Quiz = Drawing.Quiz with { Draw = null } }, enrolment, attempt).Where(q => q.Options.Count > 0))
            {
                var right = asked.Question.Right.Split(',').Select(int.Parse).ToHashSet();
                foreach (var places in Choices(asked))
                {
                    var numbers = places.Select(p => asked.Question.Options.ToList().IndexOf(asked.Options[p]) + 1).ToList();
                    var meant = asked.Question.Kind == QuestionKind.Order ? string.Join(',', numbers) == asked.Question.Right : right.SetEquals(numbers);
                    asked.IsRight(asked.Chosen(places)!).ShouldBe(meant);
                    asked.Read(string.Join(" ", places.Select(p => (char)('A' + p)))).ShouldBe(asked.Chosen(places));
                }
            }
        }, iter: 50);

    [Fact]
    public void What_is_to_be_put_in_order_is_never_shown_in_it() =>
        Gen.Select(Gen.Guid, Gen.Int[1, 9]).Sample((enrolment, attempt) =>
            Paper.Of(QuizPack.Course(), enrolment, attempt).Single(q => q.Question.Kind == QuestionKind.Order).Shown.ShouldNotBe([0, 1, 2]));

    private static string Told(AskedQuestion asked) => $"{asked.Question.Id}:{string.Join("", asked.Shown)}";

    private static IEnumerable<int[]> Choices(AskedQuestion asked)
    {
        var places = Enumerable.Range(0, asked.Options.Count).ToArray();
        return asked.Question.Kind switch
        {
            QuestionKind.Single => places.Select(p => new[] { p }),
            QuestionKind.Multiple => Enumerable.Range(1, (1 << places.Length) - 1).Select(set => places.Where(p => (set >> p & 1) == 1).ToArray()),
            _ => from a in places from b in places from c in places where a != b && b != c && a != c select new[] { a, b, c },
        };
    }
}
