using System.Globalization;
using Pulih.Learning.Contracts;

namespace Pulih.Learning;

internal static class RightPlaces
{
    /// <summary>The place of the one right option, from 0.</summary>
    public static int RightPlace(this Question question) => int.Parse(question.Right, CultureInfo.InvariantCulture) - 1;
}
