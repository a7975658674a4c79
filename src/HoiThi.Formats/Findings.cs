using HoiThi.Formats.Yaml;

namespace HoiThi.Formats;

/// <summary>The mistakes found in one file, and where each of its values stands, so that a rule can name a value by its path.</summary>
internal sealed class Findings(string file)
{
    private readonly Dictionary<string, Position> places = new(StringComparer.Ordinal);
    private readonly List<Mistake> mistakes = [];

    public string File => file;

    public int Count => mistakes.Count;

    public IEnumerable<Mistake> InOrder => mistakes.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Column);

    /// <summary>Remembers where a value stands.</summary>
    public void Place(string path, Position position) => places[path] = position;

    /// <summary>Whether there is a mistake about the value at a path.</summary>
    public bool Has(string path) => mistakes.Exists(mistake => mistake.Path == path);

    /// <summary>Adds a mistake about the value at a path; a key that was left out is shown where its parent stands.</summary>
    public void Add(string path, string what, string expected) => Add(PositionOf(path), path, what, expected);

    /// <summary>Adds a mistake at a position.</summary>
    public void Add(Position position, string path, string what, string expected) =>
        mistakes.Add(new Mistake(file, position.Line, position.Column, path, what, expected));

    /// <summary>The line of the value at a path or of its nearest parent that was written.</summary>
    public int LineOf(string path) => PositionOf(path).Line;

    private Position PositionOf(string path)
    {
        while (path.Length > 0)
        {
            if (places.TryGetValue(path, out var position))
            {
                return position;
            }

            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return places.GetValueOrDefault("", new Position(1, 1));
    }
}
