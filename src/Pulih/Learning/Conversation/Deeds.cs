namespace Pulih.Learning.Conversation;

/// <summary>What a turn may decide to do with a study.</summary>
internal abstract record StudyDeed(Guid Enrolment, string Course);

internal sealed record BeginCourse(Guid Enrolment, string Course) : StudyDeed(Enrolment, Course);

internal sealed record SeeStep(Guid Enrolment, string Course) : StudyDeed(Enrolment, Course);

internal sealed record AnswerQuestion(Guid Enrolment, string Course, string Answer) : StudyDeed(Enrolment, Course);

internal sealed record EndAttempt(Guid Enrolment, string Course) : StudyDeed(Enrolment, Course);

internal sealed record BeginQuiz(Guid Enrolment, string Course) : StudyDeed(Enrolment, Course);

/// <summary>Takes a photo or a link as the task: one of the two is given.</summary>
internal sealed record HandInWork(Guid Enrolment, string Course, string? Channel, string? File, string? Link) : StudyDeed(Enrolment, Course);

internal sealed record MakeLink(Guid Enrolment, string Course, string Token) : StudyDeed(Enrolment, Course);

internal sealed record AnswerProfile(string Question, int Choice);
