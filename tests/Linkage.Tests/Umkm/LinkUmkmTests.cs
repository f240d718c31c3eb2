using Linkage.LookingUp;
using Linkage.Scoring;

namespace Linkage.Umkm;

public sealed class LinkUmkmTests
{
    [Fact]
    public void Rows_of_one_business_in_three_lists_are_one() => Clusters(
        Row("a", "Iwan Harahap", "Alat Tulis Setia", phone: "0893 7291 9693", nik: "3404250302899131"),
        Row("b", "H IWAN HARAHAP, S.SOS", "ALAT TULIS SETIA SLEMAN", phone: "6289372919693"),
        Row("c", "Iwan H.", "Alat Tulis \"Setia\"", phone: "+62 893-7291-9693", nik: "3404250302899131")).Shown.ShouldBe("owners 0 0 0, businesses 0 0 0");

    [Fact]
    public void Two_businesses_of_one_owner_are_two() => Clusters(
        Row("a", "Duma Ginting", "Butik Duma", phone: "081555824598", nik: "3509236305669095", sector: "fashion", address: "Jl Diponegoro 106"),
        Row("b", "DUMA GINTING", "KERIPIK LARIS", phone: "0815.5582.4598", nik: "3509236305669095", sector: "olahan", address: "Jl Diponegoro 106")).Shown.ShouldBe("owners 0 0, businesses 0 1");

    [Fact]
    public void A_couple_at_one_address_with_different_businesses_is_two_owners_and_two_businesses() => Clusters(
        Row("a", "Yayat Hidayat", "Bengkel Motor Yayat", phone: "081976261838", nik: "3404251202799131", address: "Jl Melati 17 RT 02 RW 03", sector: "jasa"),
        Row("b", "Siti Masitoh", "Kue Basah Masitoh", phone: "081976261838", nik: "3404255607829137", address: "Jl Melati 17 RT 02 RW 03", sector: "olahan")).Shown.ShouldBe("owners 0 1, businesses 0 1");

    [Fact]
    public void A_facilitators_number_on_forty_rows_glues_none_of_them()
    {
        string[] first = ["Slamet", "Wayan", "Ketut", "Duma", "Euis", "Popon", "Yusuf", "Hasan", "Lestari", "Bambang"];
        string[] last = ["Harahap", "Ginting", "Santoso", "Permata"];
        var rows = Enumerable.Range(0, 40).Select(i => Row($"{i}", $"{first[i % 10]} {last[i / 10]}", $"Warung {first[9 - (i % 10)]} {last[3 - (i / 10)]}", phone: "085904458717", address: $"Jl Mawar {i + 1}")).ToArray();
        var (owners, businesses, _) = Clusters(rows);
        (owners.Distinct().Count(), businesses.Distinct().Count()).ShouldBe((40, 40));
    }

    [Fact]
    public void Two_valid_niks_are_two_owners_whatever_else_agrees() => Clusters(
        Row("a", "Sri Wahyuni", "Warung Sri", phone: "081976261838", nik: "3404251202799131", address: "Jl Melati 17"),
        Row("b", "Sri Wahyuni", "Warung Sri", phone: "081976261838", nik: "3573025204839029", address: "Jl Melati 17")).Owners.ShouldBe([0, 1]);

    [Fact]
    public void A_row_without_a_business_name_belongs_to_its_owners_only_business() => Clusters(
        Row("a", "Dominggus Manu", "Keripik Putra Jaya", phone: "085917082093", nik: "3372204907799144"),
        Row("b", "Dominggus Manu", "", phone: "085917082093", nik: "3372204907799144")).Businesses.ShouldBe([0, 0]);

    [Fact]
    public void A_number_under_many_names_is_nobodys()
    {
        string[] names = ["Slamet", "Wayan", "Ketut", "Duma", "Euis", "Popon", "Yusuf", "Hasan"];
        var rows = names.Select((n, i) => Row($"{i}", n, $"Warung {n}", nik: "3404251202799131", phone: $"08{i}3456{i}8901")).ToArray();
        Clusters(rows).Owners.Distinct().Count().ShouldBe(names.Length);
        rows.ShouldAllBe(r => r.Nik == null);
    }

    [Fact]
    public void The_same_list_is_grouped_the_same_way_every_time()
    {
        UmkmRecord[] List() => [.. Background.Records.Take(3_000).Select((_, i) => Row($"{i}", $"Siti {(char)('a' + (i % 23))}ti", $"Warung {(char)('a' + (i % 29))}sa", phone: $"0812345{i % 700:000}9"))];
        Clusters(List()).Shown.ShouldBe(Clusters(List()).Shown);
    }

    [Fact]
    public void A_score_is_the_sum_of_the_parts_that_explain_it()
    {
        var (a, b) = (Row("a", "Iwan Harahap", "Setia", phone: "0893 7291 9693"), Row("b", "Iwan H.", "Setia", phone: "0893 7291 9693"));
        var link = new LinkUmkm([a, b]);
        var scorer = new Scorer<UmkmRecord>(link.OwnerComparisons(), UmkmModel.Default.Owner);
        scorer.Explain(a, b).Sum(r => r.Bits).ShouldBe(scorer.Score(a, b), 1e-9);
        scorer.Explain(a, b).ShouldContain(r => r.Comparison == "phone" && r.Level == "same");
    }

    [Fact]
    public void A_new_row_is_found_among_known_ones_without_linking_them_again()
    {
        var known = new RowsInMemory();
        UmkmRecord[] rows = [Row("a", "Iwan Harahap", "Alat Tulis Setia", phone: "089372919693"), Row("b", "Duma Ginting", "Butik Duma", phone: "081555824598")];
        Array.ForEach(rows, known.Add);
        var found = LookUp.In(known, rows, UmkmModel.Default).Find(Row("new", "IWAN HARAHAP", "ATK Setia", phone: "+6289372919693"));
        found[0].Row.Id.ShouldBe("a");
        found[0].Business.ShouldBeGreaterThan(0);
        found.ShouldNotContain(m => m.Row.Id == "b");
    }

    private static (int[] Owners, int[] Businesses, string Shown) Clusters(params UmkmRecord[] rows)
    {
        var found = new LinkUmkm(rows).Run(UmkmModel.Default);
        return (found.Owners, found.Businesses, $"owners {string.Join(' ', found.Owners)}, businesses {string.Join(' ', found.Businesses)}");
    }

    private static UmkmRecord Row(string id, string owner, string business, string phone = "", string nik = "", string address = "", string sector = "") => new(id, column => column switch
    {
        "owner_name" => owner, "business_name" => business, "phone" => phone, "nik" => nik, "address" => address, "sector" => sector,
        "kabupaten" => "Kab. Sleman", "kecamatan" => "Kalasan", _ => "",
    });
}
