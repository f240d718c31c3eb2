using Pulih.Platform.Events;

namespace Pulih.Proof.Contracts;

/// <summary>An owner earned a certificate; the code opens it at <c>/certificates/{code}</c>.</summary>
public sealed record CertificateIssued(string Code, Guid PersonId, Guid EnrolmentId, string CourseCode, string CourseTitle) : IEvent
{
    public static string Name => "proof.certificate-issued";
}
