using Pulih.Platform.Web;

namespace Pulih.Proof.Certificates;

/// <summary>
/// How often short codes may be tried: 10 a minute from one address, 120 a minute in all. With a million certificates
/// among 32^8 codes, a guesser who takes the whole rate for himself finds one in about six days.
/// </summary>
internal sealed class FindLimit() : VisitLimit(perAddress: 10, inAll: 120, TimeSpan.FromMinutes(1));
