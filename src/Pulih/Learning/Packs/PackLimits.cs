namespace Pulih.Learning.Packs;

/// <summary>What fits: Meta's limits for a WhatsApp message, and what a course may cost.</summary>
internal static class PackLimits
{
    public const int Title = 40;
    public const int Summary = 300;
    public const int Alt = 200;

    /// <summary>A picture's caption holds 1,024; 300 stay free for what a step is introduced and closed with.</summary>
    public const int StepText = 1_024 - 300;

    public const int ButtonsBody = 1_024;
    public const int QuestionText = 1_024;
    public const int Explain = 400;

    /// <summary>Our own words around a question: verdict, number, separators.</summary>
    public const int QuestionPreface = 120;

    public const int Buttons = 3;
    public const int ButtonTitle = 20;
    public const int ListRows = 10;
    public const int ListRowTitle = 24;

    public const int OutgoingMessages = 18;
    public const int PictureBytes = 100 * 1_024;
    public const int PictureWidth = 800;
}
