using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;

namespace Pulih.Learning.SignIn;

/// <summary>Gives the waiting browser its person. Two browsers with one code at the same moment would both be bound to nobody.</summary>
internal sealed class BindSignIn(TimeProvider clock) : IHandle<SignInCodeSent>
{
    public async Task Handle(IReadOnlyList<SignInCodeSent> happened, PulihDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var sent in happened)
        {
            var waiting = await db.Set<SignInRequest>().Where(r => r.CodeHash == sent.CodeHash && r.ExpiresAt > now).OrderBy(r => r.Id).Take(2).ToListAsync(cancel);
            if (waiting is [var request])
            {
                request.SentBy(sent.PersonId);
            }
        }

        var gone = now.AddDays(-1);
        db.RemoveRange(await db.Set<SignInRequest>().Where(r => r.ExpiresAt < gone).OrderBy(r => r.ExpiresAt).Take(20).ToListAsync(cancel));
    }
}
