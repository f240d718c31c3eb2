using Pulih.Platform.Media;

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

    /// <summary>An option that is answered by its letter stands in the text and not on a button.</summary>
    public const int TypedOption = 60;

    /// <summary>A day's worth of attempts is as good as none set.</summary>
    public const int Attempts = 20;

    /// <summary>A week, for waits and time limits.</summary>
    public const int QuizMinutes = 7 * 24 * 60;

    public const int OutgoingMessages = 18;

    /// <summary>What a task adds to it: what came in, and what a trainer said of it.</summary>
    public const int TaskMessages = 2;

    public const int TaskText = 400;
    public const int RubricLines = 6;
    public const int RubricLine = 60;

    /// <summary>Fifty hours of classes: more is a mistake in writing.</summary>
    public const int ClassMinutes = 3_000;
    public const int PictureBytes = ShrinkPhoto.MostBytes;
    /// <summary>About four minutes of speech at 10 kbit/s.</summary>
    public const int AudioBytes = 300 * 1_024;

    public const int PictureWidth = 800;

    /// <summary>A photo is at most so many pixels wide and high; more no phone shows here.</summary>
    public const int PhotoSide = ShrinkPhoto.MostSide;
}
