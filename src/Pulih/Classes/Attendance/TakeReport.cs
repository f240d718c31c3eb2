using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Classes.Attendance;

/// <summary>What became of a report: rows that are new, how many of them found their person, and lines that could not be read.</summary>
internal sealed record ReportTaken(int New, int Matched, int Known, int Unread);

/// <summary>Keeps every row of a provider's report or line of a paper list, and gives it to its person where one is certain.</summary>
internal sealed class TakeReport(PulihDb db, IPeople people, TimeProvider clock)
{
    private const int MostLetters = 120;

    /// <summary>Takes a report's rows that are not known yet. Never saves.</summary>
    public async Task<ReportTaken> Into(ClassSession session, Report report, CancellationToken cancel)
    {
        // From now on not being in the report says something about everybody who was seen otherwise.
        session.Reported = true;
        return await Into(session, SightingSource.Report, report, cancel);
    }

    /// <summary>Takes a paper list, one name or number a line: whoever stands on it was there for somebody of the staff. Never saves.</summary>
    public Task<ReportTaken> FromPaper(ClassSession session, string list, CancellationToken cancel) => Into(
        session, SightingSource.Hand,
        new([.. list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => new ReportLine(l.Length > MostLetters ? l[..MostLetters] : l, "", session.Held.From, session.Held.From))], 0), cancel);

    private async Task<ReportTaken> Into(ClassSession session, SightingSource source, Report report, CancellationToken cancel)
    {
        var known = (await db.Set<ReportRow>().Where(r => r.ClassId == session.Id).Select(r => r.Hash).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var match = await Matcher(session.Id, cancel);
        var taken = (New: 0, Matched: 0, Known: 0);
        foreach (var line in report.Lines)
        {
            if (!known.Add(HashOf(source, line)))
            {
                taken.Known++;
                continue;
            }

            var (person, reason) = match.Find(line.Name, line.Contact);
            var row = new ReportRow { Id = Ids.Next(clock), ClassId = session.Id, Source = source, Name = line.Name, Contact = line.Contact, From = line.From, Until = line.Until, Hash = HashOf(source, line), Matched = person?.Id, Reason = reason };
            db.Add(row);
            taken.New++;
            if (person is not null)
            {
                taken.Matched++;
                Give(row, person.Id);
            }
        }

        session.Touch(clock);
        db.CountLater(session.Id, [], clock);
        return new(taken.New, taken.Matched, taken.Known, report.Unread);
    }

    /// <summary>Gives a row to a person: they were there for its stretch. Never saves.</summary>
    public void Give(ReportRow row, Guid person)
    {
        row.Matched = person;
        // The row's own number, so that two rows that begin in one second are both kept.
        db.Seen(row.ClassId, person, row.Source, BitConverter.ToInt64(Convert.FromHexString(row.Hash), 0), row.From, row.Source == SightingSource.Hand ? null : row.Until, clock);
    }

    /// <summary>Everybody who asked for a seat of the class or was seen in it.</summary>
    public async Task<MatchReport> Matcher(Guid session, CancellationToken cancel)
    {
        var ids = await db.Set<Attendee>().Where(a => a.ClassId == session).Select(a => a.PersonId).ToListAsync(cancel);
        return new((await people.Load(db, ids, cancel)).Values);
    }

    private static string HashOf(SightingSource source, ReportLine line) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{source}\n{line.Name}\n{line.Contact}\n{line.From.Ticks}\n{line.Until.Ticks}"))));
}
