using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A class of people has a condition, and its ages are in order.</summary>
internal static class Classes
{
    private static readonly Who Everybody = new([], [], [], null, null, [], []);

    public static void Check(Who who, Scope scope)
    {
        if (who == Everybody)
        {
            scope.Add("", "the class has no condition, so that everybody is in it", "at least one condition, or the key left out");
        }

        if (who.MinAge > who.MaxAge)
        {
            scope.Add("maxAge", $"nobody is at least {who.MinAge} and at most {who.MaxAge} years old", $"{who.MinAge} or more");
        }
    }
}
