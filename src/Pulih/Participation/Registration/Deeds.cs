using Pulih.Participation.Enrolments;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>The person answered whether they take part.</summary>
internal sealed record AnswerConsent(bool Given, string TextVersion);

/// <summary>The person is registered, with the place of their business as theirs.</summary>
internal sealed record RegisterOwner(string Name, string? Address, string RegionCode);

/// <summary>A business is added to the owner.</summary>
internal sealed record AddBusiness(NewBusiness Business);

/// <summary>A business is taken into a cohort; the one added last when none is named.</summary>
internal sealed record EnrolBusiness(Guid? BusinessId, Destination Destination);

/// <summary>The owner is called otherwise.</summary>
internal sealed record CorrectName(string Name, string? Address);

/// <summary>Something about a business is otherwise.</summary>
internal sealed record CorrectBusiness(Guid BusinessId, BusinessChange Change);

/// <summary>This enrolment is the one that learns now.</summary>
internal sealed record ChooseEnrolment(Guid EnrolmentId);
