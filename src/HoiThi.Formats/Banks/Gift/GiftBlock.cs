namespace HoiThi.Formats.Banks.Gift;

/// <summary>A question of a GIFT file: the lines between blank ones, with the comments before it.</summary>
/// <param name="Line">The line it begins on.</param>
/// <param name="Text">Its lines without comments.</param>
/// <param name="Id">What a comment <c>[id:…]</c> says; or null.</param>
/// <param name="Tags">What comments <c>[tag:…]</c> say.</param>
internal sealed record GiftBlock(int Line, string Text, string? Id, IReadOnlyList<string> Tags)
{
    /// <summary>The blocks of a file.</summary>
    public static IEnumerable<GiftBlock> Of(string text)
    {
        var lines = new List<string>();
        var comments = new List<string>();
        var (begin, number) = (0, 0);
        foreach (var raw in text.Split('\n').Append(""))
        {
            number++;
            var line = raw.TrimEnd('\r', ' ', '\t');
            var trimmed = line.TrimStart();
            if (trimmed.StartsWith("//", StringComparison.Ordinal))
            {
                comments.Add(trimmed);
            }
            else if (trimmed.Length > 0)
            {
                begin = lines.Count == 0 ? number : begin;
                lines.Add(line);
            }
            else if (lines.Count > 0)
            {
                yield return new(begin, string.Join('\n', lines), Marked(comments, "id").FirstOrDefault(), [.. Marked(comments, "tag")]);
                lines.Clear();
                comments.Clear();
            }
        }
    }

    private static IEnumerable<string> Marked(List<string> comments, string name)
    {
        foreach (var comment in comments)
        {
            for (var at = comment.IndexOf($"[{name}:", StringComparison.Ordinal); at >= 0; at = comment.IndexOf($"[{name}:", at + 1, StringComparison.Ordinal))
            {
                var end = comment.IndexOf(']', at);
                if (end > 0)
                {
                    yield return comment[(at + name.Length + 2)..end].Trim();
                }
            }
        }
    }
}
