using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Pulih.Participation.Contracts;
using Pulih.Platform.Language;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Participants;

internal sealed class ReadParticipants : IParticipants
{
    private static readonly Expression<Func<Participant, ParticipantRow>> Row = p => new ParticipantRow(
        p.EnrolmentId, p.PersonId, p.BusinessId, p.PersonName, p.BusinessName, p.Phone, p.SectorKey, p.RegionCode, p.ProvinceCode,
        p.ProgrammeId, p.CohortId, p.PartnerId, p.Source, p.Stage, p.EnrolledAt, p.LastActive, p.ReferralCode);

    public async Task<ParticipantPage> Page(PulihDb db, ParticipantFilter filter, PartnerScope scope, Guid? after, int take, CancellationToken cancel)
    {
        var rows = Filtered(db, filter, scope);
        if (after is { } key)
        {
            rows = rows.Where(p => p.EnrolmentId < key);
        }

        var found = await rows.OrderByDescending(p => p.EnrolmentId).Take(take + 1).Select(Row).ToListAsync(cancel);
        return found.Count > take ? new(found[..take], found[take - 1].EnrolmentId) : new(found, null);
    }

    public async Task<ParticipantPage> Before(PulihDb db, ParticipantFilter filter, PartnerScope scope, Guid before, int take, CancellationToken cancel)
    {
        var found = await Filtered(db, filter, scope).Where(p => p.EnrolmentId > before).OrderBy(p => p.EnrolmentId).Take(take + 1).Select(Row).ToListAsync(cancel);
        var more = found.Count > take;
        List<ParticipantRow> rows = [.. found.Take(take).Reverse()];
        return new(rows, more ? rows[0].EnrolmentId : null);
    }

    public async Task<IReadOnlyList<ParticipantRow>> Of(PulihDb db, Guid personId, CancellationToken cancel) =>
        await Filtered(db, new(), PartnerScope.Everything).Where(p => p.PersonId == personId).OrderByDescending(p => p.EnrolmentId).Select(Row).ToListAsync(cancel);

    public IAsyncEnumerable<ParticipantRow> All(PulihDb db, ParticipantFilter filter, PartnerScope scope) =>
        Filtered(db, filter, scope).OrderByDescending(p => p.EnrolmentId).Select(Row).AsAsyncEnumerable();

    public Task<ParticipantRow?> Find(PulihDb db, Guid enrolmentId, PartnerScope scope, CancellationToken cancel) =>
        Filtered(db, new(), scope).Where(p => p.EnrolmentId == enrolmentId).Select(Row).SingleOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<string>> Sources(PulihDb db, PartnerScope scope, CancellationToken cancel) =>
        await Filtered(db, new(), scope).Select(p => p.Source).Distinct().Order().ToListAsync(cancel);

    private static IQueryable<Participant> Filtered(PulihDb db, ParticipantFilter filter, PartnerScope scope)
    {
        var rows = db.Set<Participant>().AsNoTracking();
        rows = scope.PartnerId is { } own ? rows.Where(p => p.PartnerId == own) : rows;
        rows = filter.Programme is { } programme ? rows.Where(p => p.ProgrammeId == programme) : rows;
        rows = filter.Cohort is { } cohort ? rows.Where(p => p.CohortId == cohort) : rows;
        rows = filter.Partner is { } partner ? rows.Where(p => p.PartnerId == partner) : rows;
        rows = filter.Province is { } province ? rows.Where(p => p.ProvinceCode == province) : rows;
        rows = filter.Stage is { } stage ? rows.Where(p => p.Stage == stage) : rows;
        rows = filter.Source is { } source ? rows.Where(p => p.Source == source) : rows;
        rows = filter.Referral is { } code ? rows.Where(p => p.ReferralCode == code) : rows;
        rows = filter.SilentSince is { } day ? rows.Where(p => p.LastActive < day) : rows;
        return string.IsNullOrWhiteSpace(filter.Search) ? rows : Found(db, rows, WordsOf.Texts(filter.Search));
    }

    private static IQueryable<Participant> Found(PulihDb db, IQueryable<Participant> rows, List<string> words)
    {
        foreach (var word in words)
        {
            // Words hold only a-z and 0-9, so what begins alike lies between these two in every collation.
            var end = WordsOf.After(word);
            rows = rows.Where(p => db.Set<SearchWord>().Any(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, end) <= 0 && w.EnrolmentId == p.EnrolmentId));
        }

        return words.Count > 0 ? rows : rows.Where(p => false);
    }
}
