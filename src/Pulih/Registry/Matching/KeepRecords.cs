using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Events;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Registry.Merging;
using Pulih.Registry.People;
using Pulih.Registry.Review;

namespace Pulih.Registry.Matching;

/// <summary>
/// Keeps what owners say of themselves as a record of their business, so that lists are compared with it; and compares
/// a new one with the lists there are. Two who registered themselves are never joined without a human: each has a phone
/// of their own. Being told again changes nothing.
/// </summary>
internal sealed class KeepRecords(MatchRecords matching, MergeBusinesses merging, HearOwner hear, IBusinesses businesses, IRegions regions, Keys keys, TimeProvider clock, IStringLocalizer<Texts> text) : IHandle<BusinessAdded>, IHandle<OwnerChanged>
{
    /// <summary>Who decides where no human does.</summary>
    public const string Itself = "pulih";

    public Task Handle(IReadOnlyList<BusinessAdded> happened, PulihDb db, CancellationToken cancel) =>
        Keep([.. happened.Select(h => h.PersonId).Distinct()], happened.Where(h => h.Word is not null).DistinctBy(h => h.BusinessId).ToDictionary(h => h.BusinessId!.Value, h => h.Word!), db, cancel);

    public Task Handle(IReadOnlyList<OwnerChanged> happened, PulihDb db, CancellationToken cancel) =>
        Keep([.. happened.Select(h => h.PersonId).Distinct()], new Dictionary<Guid, OwnersWord>(), db, cancel);

    private async Task Keep(Guid[] owners, IReadOnlyDictionary<Guid, OwnersWord> told, PulihDb db, CancellationToken cancel)
    {
        var people = await LoadPeople.Of(db, owners, cancel);
        var said = people.Values.SelectMany(p => p.Businesses.Select(b => (Owner: p, Business: b, Words: OwnWords.Of(regions, p.Name, b.Name, p.Phone, b.RegionCode, Opened(p.Nik), Opened(b.Nib))))).ToList();
        var ids = said.ConvertAll(s => s.Business.Id);
        var kept = await db.Set<SourceRecord>().Where(r => r.ImportId == null && ids.Contains(r.BusinessId)).ToDictionaryAsync(r => r.BusinessId, cancel);
        var own = db.Own<SourceRecord>().Where(r => r.ImportId is null).ToDictionary(r => r.BusinessId); // told twice in one batch
        await Change(db, [.. said.Where(s => kept.ContainsKey(s.Business.Id)).Select(s => (kept[s.Business.Id], s.Words))], cancel);
        await Add(db, [.. said.Where(s => !kept.ContainsKey(s.Business.Id) && !own.ContainsKey(s.Business.Id))], told, cancel);
    }

    private string Opened(byte[]? number) => number is null ? "" : keys.Decrypt(number);

    // What was said before no longer finds it. The keys are few, so they are written anew; and what is said now may fit another record.
    private async Task Change(PulihDb db, IReadOnlyList<(SourceRecord Record, string[] Words)> changed, CancellationToken cancel)
    {
        var other = changed.Where(c => !c.Record.Open(keys).SequenceEqual(c.Words, StringComparer.Ordinal)).ToList();
        var ids = other.ConvertAll(c => c.Record.Id);
        if (ids.Count == 0)
        {
            return;
        }

        var before = (await db.Set<RecordKey>().Where(k => ids.Contains(k.RecordId)).ToListAsync(cancel)).ToLookup(k => k.RecordId);
        var candidates = other.ConvertAll(o => matching.Prepare(o.Record.Id, o.Words));
        var portion = await matching.Against(db, candidates, matching.Usual, own: Guid.Empty, since: null, cancel);
        foreach (var ((record, words), candidate) in other.Zip(candidates))
        {
            record.Words = SourceRecord.Close(words, keys);
            var after = candidate.Keys.ToHashSet();
            db.RemoveRange(before[record.Id].Where(k => !after.Remove(k.Key)));
            db.AddRange(after.Select(k => new RecordKey { Key = k, RecordId = record.Id }));
            if (portion.Best(candidate, record.BusinessId) is { } fit && fit.Bits >= MatchRecords.Perhaps && !await IsSettled(db, record, fit.Record, cancel))
            {
                await Join(db, record, fit, clock.GetUtcNow().UtcDateTime, cancel);
            }
        }
    }

    // Asked before, decided before, or one already.
    private async Task<bool> IsSettled(PulihDb db, SourceRecord own, SourceRecord known, CancellationToken cancel)
    {
        Guid[] both = [own.Id, known.Id];
        var groups = await businesses.Groups(db, [own.BusinessId, known.BusinessId], cancel);
        return groups[own.BusinessId][0] == groups[known.BusinessId][0] || await db.Set<Pair>().AnyAsync(p => both.Contains(p.NewId) && both.Contains(p.KnownId), cancel);
    }

    private async Task Add(PulihDb db, IReadOnlyList<(PersonInfo Owner, BusinessInfo Business, string[] Words)> added, IReadOnlyDictionary<Guid, OwnersWord> told, CancellationToken cancel)
    {
        if (added.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var records = added.Select(a => (a.Words, Record: new SourceRecord
        {
            Id = Ids.Next(clock), BusinessId = a.Business.Id, OwnerId = a.Owner.Id, Words = SourceRecord.Close(a.Words, keys), Hash = SourceRecord.HashOf(a.Business.Id, [], keys), CreatedAt = now, AppliedAt = now,
        })).Select(r => (r.Record, Candidate: matching.Prepare(r.Record.Id, r.Words))).ToList();
        var portion = await matching.Against(db, records.ConvertAll(r => r.Candidate), matching.Usual, own: Guid.Empty, since: null, cancel);
        foreach (var (record, candidate) in records)
        {
            var fit = portion.Best(candidate);
            db.Add(record);
            db.AddRange(candidate.Stored);
            portion.Know(record, candidate.Row, candidate.Keys);
            var asked = told.TryGetValue(record.BusinessId, out var word) ? await hear.Of(db, record, word, cancel) : null;
            if (fit?.Bits >= MatchRecords.Perhaps && fit.Record.BusinessId != asked)
            {
                await Join(db, record, fit, now, cancel);
            }
        }
    }

    private async Task Join(PulihDb db, SourceRecord record, Fit fit, DateTime now, CancellationToken cancel)
    {
        if (fit.Bits >= MatchRecords.Sure && fit.Record.ImportId is not null)
        {
            await merging.Of(db, record.BusinessId, fit.Record.BusinessId, Itself, text["a list names this business"], cancel);
        }
        else if (fit.Record.BusinessId != record.BusinessId)
        {
            db.Add(new Pair { Id = Ids.Next(clock), NewId = record.Id, KnownId = fit.Record.Id, Bits = fit.Bits, Doubt = Math.Abs(fit.Bits), RaisedAt = now });
        }
    }
}
