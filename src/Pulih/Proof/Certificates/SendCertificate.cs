using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Platform;
using Pulih.Platform.Events;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Proof.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Proof.Certificates;

/// <summary>Sends the picture of a new certificate into its owner's chat, with the link and the code to type.</summary>
internal sealed class SendCertificate(ISpeak speak, Settings settings, TimeProvider clock) : IHandle<CertificateIssued>
{
    public async Task Handle(IReadOnlyList<CertificateIssued> happened, PulihDb db, CancellationToken cancel)
    {
        var codes = happened.Select(h => h.Code).Distinct().ToArray();

        // One that is not found was erased meanwhile; one that is sent already is told again.
        var unsent = await db.Set<Certificate>().Where(c => codes.Contains(c.Code) && c.SentAt == null).ToListAsync(cancel);
        unsent.ForEach(c => c.MarkSent(clock.GetUtcNow().UtcDateTime));
        await speak.To(db, Purpose.Certificate, unsent.ConvertAll(c => (c.PersonId, Caption(c))), cancel);
    }

    // Told outside the conversation, where no turn has set a language: the certificate's own first language speaks.
    private Say Caption(Certificate certificate)
    {
        var printed = certificate.Printed(settings.PublicUrl);
        var text = Words.In(Cultures.Indonesian, "Congratulations, {0}! You completed *{1}*.\nCertificate: {2}\nCode: {3}\nAnyone can check it at {4}", printed.Owner, printed.Course, printed.Link, printed.ShortCode, printed.TypeAt);
        var alt = Words.In(Cultures.Indonesian, "Certificate of {0} for {1}", printed.Owner, printed.Course);
        return new(text) { Picture = new($"/certificates/{certificate.Code}.png", alt) };
    }
}
