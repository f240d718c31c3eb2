namespace Pulih.Learning.Conversation;

/// <summary>What a turn may decide to do with a study.</summary>
internal abstract record StudyDeed(Guid Enrolment, string Course);

internal sealed record BeginCourse(Guid Enrolment, string Course) : StudyDeed(Enrolment, Course);

internal sealed record SeeStep(Guid Enrolment, string Course) : StudyDeed(Enrolment, Course);

internal sealed record AnswerQuestion(Guid Enrolment, string Course, int Option) : StudyDeed(Enrolment, Course);

internal sealed record RepeatQuiz(Guid Enrolment, string Course) : StudyDeed(Enrolment, Course);

internal sealed record MakeLink(Guid Enrolment, string Course, string Token) : StudyDeed(Enrolment, Course);

internal sealed record AnswerProfile(string Question, int Choice);
