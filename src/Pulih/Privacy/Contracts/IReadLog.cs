using System.Security.Claims;
using Pulih.Platform.Storage;

namespace Pulih.Privacy.Contracts;

/// <summary>The record of who looked at whose personal data, apart from what people did themselves (UU PDP, articles 31 and 46).</summary>
public interface IReadLog
{
    /// <summary>Who looked at the data of these people, the latest first.</summary>
    Task<IReadOnlyList<SeenBy>> Seen(PulihDb db, IReadOnlyCollection<Guid> people, int take, CancellationToken cancel);

    /// <summary>Notes a reading; the caller saves before it shows anything.</summary>
    /// <param name="page">The address of the page, without what was searched for.</param>
    void Read(PulihDb db, ClaimsPrincipal reader, IEnumerable<Guid> people, string page);
}

/// <summary>One look at a person's data: which account, on which page, when.</summary>
public sealed record SeenBy(Guid Reader, string Page, DateTime At);
