using System.Text;

namespace Pulih.Classes.Attendance;

public sealed class ReadReportTests
{
    private static readonly TimeZoneInfo Wib = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    /// <summary>28 November 2026, 19.30 to 21.00 in western Indonesia.</summary>
    private static readonly Span Held = new(new(2026, 11, 28, 12, 30, 0, DateTimeKind.Utc), new(2026, 11, 28, 14, 0, 0, DateTimeKind.Utc));

    [Theory]
    [InlineData("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nSri Wahyuni (Bu Sri),,11/28/2026 07:31:05 PM,11/28/2026 08:41:00 PM,70,Yes")]
    [InlineData("Meeting ID,Topic,Start Time,End Time\n812 345,Kelas,11/28/2026 07:25:00 PM,11/28/2026 09:01:00 PM\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\nSri Wahyuni (Bu Sri),,28/11/2026 19:31:05,28/11/2026 20:41:00,70")]
    [InlineData("Nama (Nama Asli);Email;Waktu Bergabung;Waktu Keluar\nSri Wahyuni (Bu Sri);;28-11-2026 19.31.05;28-11-2026 20.41.00")]
    [InlineData("First name,Last name,Email,Duration,Time joined,Time exited\nSri,Wahyuni (Bu Sri),,1 hr 10 min,7:31:05 PM,8:41:00 PM")]
    [InlineData("Full Name\tFirst Join\tIn-Meeting Duration\nSri Wahyuni (Bu Sri)\t11/28/26, 7:31:05 PM\t1h 9m 55s")]
    [InlineData("Name,Join,Left\n\"Sri Wahyuni (Bu Sri)\",2026-11-28T19:31:05,2026-11-28T20:41:00")]
    public void Every_shape_of_report_tells_the_same(string csv)
    {
        var line = Read(csv).Lines.ShouldHaveSingleItem();
        line.Name.ShouldBe("Sri Wahyuni (Bu Sri)");
        line.From.ShouldBe(new DateTime(2026, 11, 28, 12, 31, 5, DateTimeKind.Utc));
        (line.Until - line.From).TotalMinutes.ShouldBeInRange(69.9, 70);
    }

    [Fact]
    public void A_date_that_reads_in_two_ways_is_read_as_the_day_of_the_class()
    {
        var held = new Span(new(2026, 4, 3, 12, 30, 0, DateTimeKind.Utc), new(2026, 4, 3, 14, 0, 0, DateTimeKind.Utc));
        foreach (var written in new[] { "04/03/2026 19:31:00", "03/04/2026 19:31:00" })
        {
            ReadReport.Of(Encoding.UTF8.GetBytes($"Name,Join Time\nSri,{written}"), held, Wib).Lines[0].From.ShouldBe(new DateTime(2026, 4, 3, 12, 31, 0, DateTimeKind.Utc), written);
        }
    }

    [Fact]
    public void A_class_over_midnight_ends_on_the_next_day()
    {
        var held = new Span(new(2026, 11, 28, 16, 30, 0, DateTimeKind.Utc), new(2026, 11, 28, 18, 0, 0, DateTimeKind.Utc));
        var line = ReadReport.Of("Name,Time joined,Time exited\nSri,11:31 PM,12:40 AM"u8.ToArray(), held, Wib).Lines[0];
        (line.Until - line.From).ShouldBe(TimeSpan.FromMinutes(69));
    }

    [Fact]
    public void What_Teams_saves_as_UTF_16_is_read_too() =>
        ReadReport.Of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Name\tJoin Time\nSri\t28/11/2026 19:31")], Held, Wib).Lines[0].Name.ShouldBe("Sri");

    [Theory]
    [InlineData("nama_usaha,nik,alamat\nKeripik,123,Pare", "report.refused.columns")]
    [InlineData("Name,Join Time\nSri,11/20/2026 07:31:05 PM", "report.refused.other-day")]
    [InlineData("Name,Join Time\n,", "report.refused.empty")]
    [InlineData("Name,Join Time\nSri,kemarin malam", "report.refused.empty")]
    [InlineData("PK\u0003\u0004 a workbook", "report.refused.sheet")]
    [InlineData("%PDF\0\0", "report.refused.csv")]
    [InlineData("", "report.refused.columns")]
    public void Another_tools_file_is_refused_with_what_to_do(string content, string why) =>
        Should.Throw<ReportRefused>(() => Read(content)).Message.ShouldBe(why);

    [Fact]
    public void A_line_whose_time_cannot_be_read_is_counted_and_the_others_are_kept()
    {
        var report = Read("Name,Join Time,Leave Time\nSri,11/28/2026 07:31:05 PM,\nJoko,entah,\nWati,11/28/2026 07:40:00 PM,11/28/2026 08:00:00 PM");
        report.Lines.Select(l => l.Name).ShouldBe(["Sri", "Wati"]);
        report.Unread.ShouldBe(1);
        report.Lines[0].Until.ShouldBe(report.Lines[0].From, "nobody knows when she left");
    }

    private static Report Read(string csv) => ReadReport.Of(Encoding.UTF8.GetBytes(csv), Held, Wib);
}
