namespace Pulih.Classes.Attendance;

/// <summary>Which column of a report says what; known by the headings, wherever the table begins. A column that is not there is -1.</summary>
/// <param name="Below">How many rows stand above the first participant.</param>
internal sealed record ReportColumns(int Below, int NameAt, int FirstAt, int LastAt, int FromAt, int UntilAt, int LengthAt, int ContactAt)
{
    private const int MostHeadLines = 40;
    private static readonly string[] NameHeads = ["name (original name)", "nama (nama asli)", "name", "nama", "full name", "nama lengkap", "participant", "participant name", "peserta", "nama peserta", "display name", "user name"];
    private static readonly string[] FirstHeads = ["first name", "nama depan"];
    private static readonly string[] LastHeads = ["last name", "surname", "nama belakang"];
    private static readonly string[] FromHeads = ["join time", "time joined", "joined", "join", "joined at", "first join", "first join time", "waktu bergabung", "waktu masuk", "jam masuk", "masuk", "bergabung"];
    private static readonly string[] UntilHeads = ["leave time", "time exited", "left", "leave", "left at", "last leave", "last leave time", "waktu keluar", "waktu meninggalkan", "jam keluar", "keluar"];
    private static readonly string[] LengthHeads = ["duration (minutes)", "duration", "durasi (menit)", "durasi", "total duration (minutes)", "in-meeting duration", "attendance duration"];
    private static readonly string[] ContactHeads = ["phone", "phone number", "no hp", "nomor hp", "no. hp", "telepon", "whatsapp", "user email", "email", "e-mail"];

    /// <summary>The columns of the first row that names a person and a time of coming, or null.</summary>
    public static ReportColumns? Find(List<string[]> rows)
    {
        for (var below = 1; below <= Math.Min(rows.Count, MostHeadLines); below++)
        {
            var heads = rows[below - 1].Select(h => h.Trim().Trim('\uFEFF', '"').ToLowerInvariant()).ToList();
            var columns = new ReportColumns(below, At(heads, NameHeads), At(heads, FirstHeads), At(heads, LastHeads), At(heads, FromHeads), At(heads, UntilHeads), At(heads, LengthHeads), At(heads, ContactHeads));
            if ((columns.NameAt >= 0 || columns.FirstAt >= 0) && columns.FromAt >= 0)
            {
                return columns;
            }
        }

        return null;
    }

    public string Name(string[] row) => NameAt >= 0 ? Cell(row, NameAt) : $"{Cell(row, FirstAt)} {Cell(row, LastAt)}".Trim();

    public string From(string[] row) => Cell(row, FromAt);

    public string Until(string[] row) => Cell(row, UntilAt);

    public string Length(string[] row) => Cell(row, LengthAt);

    public string Contact(string[] row) => Cell(row, ContactAt);

    private static string Cell(string[] row, int at) => at >= 0 && at < row.Length ? row[at].Trim() : "";

    private static int At(List<string> heads, string[] names) => names.Select(n => heads.IndexOf(n)).FirstOrDefault(i => i >= 0, -1);
}
