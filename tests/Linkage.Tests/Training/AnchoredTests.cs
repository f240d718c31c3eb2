using Linkage.Comparing;
using Linkage.Scoring;

namespace Linkage.Training;

public sealed class AnchoredTests
{
    private static readonly RecordComparison<int>[] Comparisons = [new Told("name"), new Told("colour")];

    private static readonly Model Model = new()
    {
        Prior = 1,
        Comparisons = new Dictionary<string, IReadOnlyList<LevelWeight>> { ["name"] = [new("same", 6), new("different", -6)], ["colour"] = [new("same", 1), new("different", -2)] },
    };

    [Fact]
    public void A_list_like_the_training_list_moves_no_weight()
    {
        var shown = In(same: 800, different: 200, colourWrong: 0.1);
        shown.Move(Model, shown).Comparisons["colour"].ShouldBe(Model.Comparisons["colour"]);
        shown.Move(Model, shown).Prior.ShouldBe(Model.Prior);
    }

    [Fact]
    public void Where_a_list_never_errs_in_a_column_a_difference_there_weighs_more()
    {
        var moved = In(same: 800, different: 200, colourWrong: 0).Move(Model, In(same: 800, different: 200, colourWrong: 0.1));
        moved.Comparisons["colour"][1].Weight.ShouldBeLessThan(-4);
        moved.Comparisons["name"].ShouldBe(Model.Comparisons["name"]);
    }

    [Fact]
    public void Where_fewer_pairs_are_the_same_each_is_believed_less() =>
        In(same: 500, different: 500, colourWrong: 0.1).Move(Model, In(same: 800, different: 200, colourWrong: 0.1)).Prior.ShouldBe(Model.Prior - 2, 0.2);

    [Fact]
    public void A_list_with_hardly_any_settled_pair_shows_nothing() => Anchored.In(Comparisons, Model, Pairs(20, 5, 0.1), name => name == "name").ShouldBeNull();

    private static Anchored In(int same, int different, double colourWrong) => Anchored.In(Comparisons, Model, Pairs(same, different, colourWrong), name => name == "name")!;

    private static Outcome[][] Pairs(int same, int different, double colourWrong) =>
    [
        .. Enumerable.Range(0, same).Select(i => new Outcome[] { new(0), new(i < same * colourWrong ? 1 : 0) }),
        .. Enumerable.Range(0, different).Select(i => new Outcome[] { new(1), new(i % 3 == 0 ? 0 : 1) }),
    ];

    private sealed class Told(string name) : RecordComparison<int>(name, "same", "different")
    {
        public override Outcome Compare(int a, int b) => Outcome.Missing;
    }
}
