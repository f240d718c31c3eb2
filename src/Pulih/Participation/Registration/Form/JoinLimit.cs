using Pulih.Platform.Web;

namespace Pulih.Participation.Registration.Form;

/// <summary>How often strangers may register on the web: a class behind one address gets in, a script does not go far.</summary>
internal sealed class JoinLimit() : VisitLimit(perAddress: 60, inAll: 3_000, TimeSpan.FromMinutes(10));
