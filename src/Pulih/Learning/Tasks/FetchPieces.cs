using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Participation.Contracts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Language;
using Pulih.Platform.Media;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Learning.Tasks;

/// <summary>
/// Gets the photos people sent as their work while the provider still has them. One that is gone, or is no picture, is
/// lost; when that leaves nothing to look at, the owner is asked to send it once more.
/// </summary>
internal sealed class FetchPieces(IDbContextFactory<PulihDb> dbs, IFetchFiles files, ISpeak speak, TaskMessages messages, Courses courses, IEnrolments enrolments, IOutbox outbox, TimeProvider clock) : IJob
{
    // Meta takes pictures of at most 5 MB.
    private const int MostBytes = 5 << 20;
    private const int AtOnce = 8;

    /// <summary>Stands where no trainer judged.</summary>
    private const string Nobody = "-";

    public string Name => "learning.fetch-pieces";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<Piece>().Where(p => p.State == PieceState.Coming && p.TryAt <= now).OrderBy(p => p.TryAt).Take(AtOnce).ToListAsync(cancel);
        if (due.Count == 0)
        {
            return false;
        }

        await Task.WhenAll(due.Select(piece => Fetch(piece, cancel)));
        await Return(db, [.. due.Where(p => p.State == PieceState.Lost).Select(p => p.HandInId).Distinct()], cancel);
        await db.SaveChangesAsync(cancel);
        outbox.Wake();
        return due.Count == AtOnce;
    }

    private async Task Fetch(Piece piece, CancellationToken cancel)
    {
        var fetched = await files.Fetch(piece.Channel!, piece.File!, MostBytes, cancel);
        if (fetched.Bytes is { } bytes && ShrinkPhoto.Of(bytes) is { } photo)
        {
            piece.Arrive(photo);
        }
        else if (fetched.Gone || fetched.Bytes is not null)
        {
            piece.Lose();
        }
        else
        {
            piece.TryLater(clock);
        }
    }

    /// <summary>Gives back what has no piece left that came or may come.</summary>
    private async Task Return(PulihDb db, Guid[] suspects, CancellationToken cancel)
    {
        foreach (var id in suspects)
        {
            var handIn = await db.Set<HandIn>().SingleAsync(h => h.Id == id, cancel);
            var pieces = await db.Set<Piece>().Where(p => p.HandInId == id).ToListAsync(cancel);
            if (handIn.State != HandInState.Waiting || pieces.Exists(p => p.State != PieceState.Lost))
            {
                continue;
            }

            await courses.Fetch(db, [(handIn.CourseCode, handIn.CourseVersion)], cancel);
            var course = courses.Find(handIn.CourseCode, handIn.CourseVersion)!;
            var enrolment = await enrolments.Find(db, handIn.EnrolmentId, cancel);
            handIn.Judge(accepted: false, [], "", Nobody, clock);
            (await db.Set<CourseProgress>().SingleAsync(p => p.Id == handIn.ProgressId, cancel)).Judged(course, enrolment, accepted: false, db, clock);
            await speak.To(db, Purpose.Human, [(handIn.PersonId, Cultures.First(messages.Lost))], cancel);
        }
    }
}
