using System.IO.Compression;
using System.Text;
using MiniExcelLibs;

namespace Pulih.Registry.Import;

public sealed class OpenListTests
{
    [Theory]
    [InlineData("utf-8", ",")]
    [InlineData("utf-8", ";")]
    [InlineData("utf-8", "\t")]
    [InlineData("utf-16", ";")]
    [InlineData("latin1", ";")]
    public void Text_is_read_in_any_encoding_and_with_any_separator(string encoding, string separator)
    {
        var text = string.Join(separator, "Nama", "Usaha", "HP") + "\r\n" + string.Join(separator, "José", "\"Toko\n\"\"Café\"\"\"", "0812") + "\r\n\r\n" + string.Join(separator, "Sri", "Warung", "0813") + "\r\n";
        var coding = Encoding.GetEncoding(encoding);
        var rows = OpenList.Rows(new MemoryStream([.. coding.GetPreamble(), .. coding.GetBytes(text)])).ToList();
        rows.Select(r => r.Cells).ShouldBe([["Nama", "Usaha", "HP"], ["José", "Toko \"Café\"", "0812"], ["Sri", "Warung", "0813"]]);
    }

    [Fact]
    public void Titles_and_merged_group_headings_above_the_header_row_are_passed_over()
    {
        string[][] first = [["DATA UMKM BINAAN TAHUN 2026", "", "", ""], ["Dinas Contoh", "", "", ""], ["", "DATA PEMILIK", "", "DATA USAHA"], ["No", "Nama Lengkap", "Nomor HP (WhatsApp aktif)", "Nama Usaha"], ["1", "Sri", "081234567890", "Warung"]];
        GuessColumns.HeaderRow(first).ShouldBe(3);
        GuessColumns.Meanings(first[3], [first[4]]).ShouldBe(["", "owner_name", "phone", "business_name"]);
    }

    [Fact]
    public void A_column_whose_heading_says_nothing_is_known_by_what_stands_below() =>
        GuessColumns.Meanings(["A", "B"], [["3506154107800001", "081234560101"], ["3506154107800002", "081234560102"], ["3506154107800003", "-"]]).ShouldBe(["nik", "phone"]);

    [Theory]
    [InlineData("", "import.refused.empty")]
    [InlineData("%PDF-1.7 …", "import.refused.kind")]
    [InlineData("{\"a\":1}", "import.refused.kind")]
    [InlineData("<html>", "import.refused.kind")]
    [InlineData("abc\0def", "import.refused.kind")]
    public void What_is_no_list_is_refused_with_what_to_do(string content, string why) =>
        Should.Throw<ListRefused>(() => OpenList.Rows(new MemoryStream(Encoding.UTF8.GetBytes(content))).ToList()).Message.ShouldBe(why);

    [Fact]
    public void An_old_or_locked_workbook_is_refused_with_what_to_do() =>
        Should.Throw<ListRefused>(() => OpenList.Rows(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).ToList()).Message.ShouldBe("import.refused.old");

    [Fact]
    public void A_small_file_that_unpacks_without_end_is_refused_within_two_seconds_and_little_memory()
    {
        var bomb = Workbook(zip => Write(zip, "xl/worksheets/sheet1.xml", output =>
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 4_096; i++)
            {
                output.Write(zeros);
            }
        }));
        bomb.Length.ShouldBeLessThan(8 << 20);
        var before = GC.GetTotalAllocatedBytes();
        var begun = Environment.TickCount64;
        Should.Throw<ListRefused>(() => OpenList.Rows(bomb).ToList()).Message.ShouldBe("import.refused.size");
        (Environment.TickCount64 - begun).ShouldBeLessThan(2_000);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(64 << 20);
    }

    [Fact]
    public void A_workbook_of_ten_thousand_sheets_is_refused() =>
        Should.Throw<ListRefused>(() => OpenList.Rows(Workbook(zip =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                Write(zip, $"xl/worksheets/sheet{i}.xml", output => output.Write("<worksheet/>"u8));
            }
        })).ToList()).Message.ShouldBe("import.refused.sheets");

    [Fact]
    public void A_workbook_that_makes_its_reader_open_other_files_is_refused() =>
        Should.Throw<ListRefused>(() => OpenList.Rows(Workbook(zip =>
            Write(zip, "xl/sharedStrings.xml", output => output.Write("<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t></si></sst>"u8)))).ToList()).Message.ShouldBe("import.refused.broken");

    [Fact]
    public void A_damaged_workbook_is_refused()
    {
        var file = new MemoryStream();
        file.SaveAs(new[] { new { Nama = "Sri" } });
        Should.Throw<ListRefused>(() => OpenList.Rows(new MemoryStream(file.ToArray()[..400])).ToList()).Message.ShouldBe("import.refused.broken");
    }

    private static MemoryStream Workbook(Action<ZipArchive> fill)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "xl/workbook.xml", output => output.Write("<workbook/>"u8));
            fill(zip);
        }

        return file;
    }

    private static void Write(ZipArchive zip, string name, Action<Stream> fill)
    {
        using var output = zip.CreateEntry(name).Open();
        fill(output);
    }
}
