using Linkage.LookingUp;
using Linkage.Scoring;
using Linkage.Umkm;

namespace Linkage.Training;

public sealed class ImproveTests
{
    private static readonly UmkmModel Model = UmkmModel.Default;

    [Fact]
    public void Without_a_decision_the_model_stays_as_it_is() =>
        ModelFile.Write(TrainUmkm.FromDecisions(Model, [], [])).ShouldBe(ModelFile.Write(Model));

    [Fact]
    public void What_people_keep_calling_different_is_held_for_less_likely_and_what_they_never_met_stays()
    {
        var pairs = Enumerable.Range(0, 60).Select(i => (A: Row($"a{i}", "Sri Wahyuni", "Warung Sri", $"08123456{i:D3}1"), B: Row($"b{i}", "Sri Wahyuni", "Warung Sri", $"08130000{i:D3}2"), Same: false)).ToList();
        var learned = TrainUmkm.FromDecisions(Model, [], pairs);
        Score(learned, pairs[0]).ShouldBeLessThan(Score(Model, pairs[0]) - 1);
        // The same phone was in none of them.
        var phone = Model.Business.Comparisons.Keys.First(k => k.Contains("phone", StringComparison.OrdinalIgnoreCase));
        var agrees = Model.Business.Comparisons[phone].Select((l, k) => (l, k)).MaxBy(l => l.l.Weight).k;
        learned.Business.Comparisons[phone][agrees].ShouldBe(Model.Business.Comparisons[phone][agrees]);
    }

    [Fact]
    public void One_slip_of_a_finger_moves_little()
    {
        var pair = (A: Row("a", "Sri Wahyuni", "Warung Sri", "081234560001"), B: Row("b", "Sri Wahyuni", "Warung Sri", "081234560001"), Same: false);
        var learned = TrainUmkm.FromDecisions(Model, [], [pair]);
        Score(learned, pair).ShouldBeGreaterThan(Score(Model, pair) / 2);
    }

    private static double Score(UmkmModel model, (UmkmRecord A, UmkmRecord B, bool) pair) => LookUp.In(new RowsInMemory(), [], model).Business(pair.A, pair.B);

    private static UmkmRecord Row(string id, string owner, string business, string phone) =>
        new(id, column => column switch { "owner_name" => owner, "business_name" => business, "phone" => phone, "kabupaten" => "Kab. Kediri", "kecamatan" => "Pare", _ => "" });
}
