using Linkage.Scoring;

namespace Linkage.General;

public sealed class LinkRowsTests
{
    private static readonly string[] Columns = ["record_id", "given_name", "surname", "street", "suburb", "postcode", "date_of_birth"];

    [Fact]
    public void Person_records_with_slips_are_linked_by_a_model_trained_without_labels()
    {
        var (cells, truth) = People(1_500, seed: 7);
        var rows = cells.ConvertAll(c => new Row(c[0], c));
        var columns = Columns[1..];
        var guess = GuessModel.Of(columns, cells.ConvertAll(c => new Row(c[0], c[1..])));
        var trained = new LinkRows(Columns, rows, guess).Train();
        var (clusters, _) = new LinkRows(Columns, rows, trained).Run();

        var (precision, recall) = Pairwise(clusters, truth);
        precision.ShouldBeGreaterThan(0.97);
        recall.ShouldBeGreaterThan(0.93);
    }

    [Fact]
    public void A_model_file_says_after_reading_what_it_said_before_writing()
    {
        var (cells, _) = People(200, seed: 3);
        var rows = cells.ConvertAll(c => new Row(c[0], c));
        var trained = new LinkRows(Columns, rows, GuessModel.Of(Columns[1..], cells.ConvertAll(c => new Row(c[0], c[1..])))).Train();
        var text = ModelFile.Write(trained);
        ModelFile.Write(ModelFile.Read<GeneralModel>(text)).ShouldBe(text);
    }

    [Fact]
    public void A_model_that_names_a_column_the_list_lacks_says_which()
    {
        var model = new GeneralModel { Compare = [new("phone", "code", ["phone"])], Block = [["surname"]] };
        Should.Throw<ArgumentException>(() => new LinkRows(Columns, [], model)).Message.ShouldContain("\"phone\"");
    }

    /// <summary>Invented people, half of them twice, the second time with a slip, names changed over, a missing cell or another date.</summary>
    private static (List<string[]> Rows, List<int> Truth) People(int count, int seed)
    {
        var random = new Random(seed);
        string[] syllables = ["ma", "ri", "ka", "lo", "ben", "ta", "su", "no", "vel", "dan", "hor", "il", "pe", "sha", "gar"];
        string Word(int parts) => string.Concat(Enumerable.Range(0, parts).Select(_ => syllables[random.Next(syllables.Length)]));
        var (given, family) = (Enumerable.Range(0, 150).Select(_ => Word(2)).ToArray(), Enumerable.Range(0, 300).Select(_ => Word(3)).ToArray());
        var (streets, suburbs) = (Enumerable.Range(0, 200).Select(_ => Word(3)).ToArray(), Enumerable.Range(0, 60).Select(i => (Word(3), $"{2_000 + (i * 7)}")).ToArray());
        var (rows, truth) = (new List<string[]>(), new List<int>());
        for (var person = 0; person < count; person++)
        {
            var (suburb, postcode) = suburbs[random.Next(suburbs.Length)];
            string[] row = [$"r{rows.Count}", given[random.Next(150)], family[random.Next(300)], $"{random.Next(1, 200)} {streets[random.Next(200)]} street", suburb, postcode, $"19{random.Next(40, 99):00}{random.Next(1, 13):00}{random.Next(1, 29):00}"];
            rows.Add(row);
            truth.Add(person);
            if (person % 2 == 0)
            {
                rows.Add(Damaged([$"r{rows.Count}", .. row[1..]]));
                truth.Add(person);
            }
        }

        return (rows, truth);

        string[] Damaged(string[] row)
        {
            for (var slips = random.Next(1, 3); slips > 0; slips--)
            {
                var column = random.Next(1, row.Length);
                switch (random.Next(4))
                {
                    case 0:
                        (row[1], row[2]) = (row[2], row[1]);
                        break;
                    case 1:
                        row[column] = "";
                        break;
                    default:
                        var at = random.Next(Math.Max(1, row[column].Length - 1));
                        row[column] = row[column].Length < 3 ? row[column] : row[column].Remove(at, 1);
                        break;
                }
            }

            return row;
        }
    }

    private static (double Precision, double Recall) Pairwise(int[] clusters, List<int> truth)
    {
        var (both, found, real) = (0, 0, 0);
        for (var i = 0; i < truth.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (same, isReal) = (clusters[i] == clusters[j], truth[i] == truth[j]);
                both += same && isReal ? 1 : 0;
                found += same ? 1 : 0;
                real += isReal ? 1 : 0;
            }
        }

        return (both / (double)found, both / (double)real);
    }
}
