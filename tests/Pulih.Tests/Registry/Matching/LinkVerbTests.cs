using Pulih.Platform.Commands;

namespace Pulih.Registry.Matching;

public sealed class LinkVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pulih-link-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_list_is_clustered_without_a_database_and_each_pair_says_why()
    {
        await Write("list.csv", "record_id,owner_name,business_name,phone,kabupaten,kecamatan,other\n1,Iwan Harahap,\"Alat Tulis \"\"Setia\"\"\",0893 7291 9693,Kab. Sleman,Kalasan,x\n2,H IWAN HARAHAP,ALAT TULIS SETIA,6289372919693,Sleman,Kec. Kalasan,\n3,Duma Ginting,Butik Duma,081555824598,Kota Ambon,Nusaniwe,\n");
        (await Run("link", Path("list.csv"), "--out", Path("out.csv"), "--pairs", Path("pairs.csv"))).ShouldBe(0);
        (await File.ReadAllLinesAsync(Path("out.csv"))).ShouldBe(["record_id,business_cluster,owner_cluster", "1,1,1", "2,1,1", "3,3,3"]);
        var pairs = await File.ReadAllLinesAsync(Path("pairs.csv"));
        pairs[0].ShouldBe("question,record_a,record_b,probability,bits,reasons");
        pairs.ShouldContain(p => p.StartsWith("owner,1,2,", StringComparison.Ordinal) && p.Contains("phone: same +", StringComparison.Ordinal));
        pairs.ShouldContain(p => p.StartsWith("business,1,2,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_with_any_columns_is_trained_and_linked_by_a_model()
    {
        var rows = Enumerable.Range(0, 300).SelectMany(i => new[] { $"a{i},Given{i % 40},Family{i},{19_500_101 + (i * 10)}", $"b{i},Given{i % 40},Family{i},{19_500_101 + (i * 10)}" });
        await File.WriteAllLinesAsync(Path("people.csv"), rows.Prepend("rec_id,given_name,surname,date_of_birth"));
        (await Run("train", Path("people.csv"), "--model", Path("model.json"))).ShouldBe(0);
        (await Run("link", Path("people.csv"), "--out", Path("out.csv"), "--model", Path("model.json"))).ShouldBe(0);
        var clusters = (await File.ReadAllLinesAsync(Path("out.csv"))).Skip(1).Select(l => l.Split(',')).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
        clusters.Count.ShouldBe(600);
        Enumerable.Range(0, 300).Count(i => clusters[$"a{i}"] == clusters[$"b{i}"]).ShouldBe(300);
        clusters.Values.Distinct(StringComparer.Ordinal).Count().ShouldBe(300);
    }

    [Fact]
    public async Task What_is_wrong_with_a_call_is_one_sentence_and_the_answer_two()
    {
        await Write("other.csv", "record_id,colour\n1,red\n");
        (await Run("link", Path("missing.csv"), "--out", Path("out.csv"))).ShouldBe(2);
        (await Run("link", Path("other.csv"), "--out", Path("out.csv"))).ShouldBe(2);
        (await Run("link")).ShouldBe(2);
        File.Exists(Path("out.csv")).ShouldBeFalse();
    }

    // The product is never built: these verbs need neither configuration nor database.
    private static Task<int> Run(params string[] args) => CommandLine.Run(args, _ => throw new InvalidOperationException("no product is needed"), LinkVerb.Build(), TrainVerb.Build());

    private string Path(string name) => System.IO.Path.Combine(folder, name);

    private Task Write(string name, string text) => File.WriteAllTextAsync(Path(name), text);
}
