using System.Text;
using HoiThi.Formats.People;
using HoiThi.Formats.Shapes;
using HoiThi.Formats.Units;

namespace HoiThi.Formats.Contests;

/// <summary>Writes the files of a contest into a folder.</summary>
internal sealed class FolderWriter(string directory)
{
    public void Write(ContestBundle bundle)
    {
        var questions = bundle.QuestionFiles();
        Write(ContestYaml.FileName, ContestYaml.Write(bundle.Contest));
        Write(bundle.Contest.Units.File, UnitsCsv.Write(bundle.Units));
        foreach (var (file, bank) in questions)
        {
            Write(file, QuestionsYaml.Write(bank));
        }

        foreach (var (file, people) in bundle.ListFiles())
        {
            Write(file, PeopleCsv.Write(people));
        }

        foreach (var file in bundle.Files)
        {
            using var content = file.Open();
            Write(file.Path, content);
        }
    }

    private void Write(string file, string text) => Write(file, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private void Write(string file, Stream content)
    {
        if (!Of.File.Matches(file))
        {
            throw new ArgumentException($"'{file}' is not a file within a contest's folder.", nameof(file));
        }

        var full = Path.GetFullPath(file, Path.GetFullPath(directory));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);

        // Under another name first: the content may be that of the very file which is replaced.
        var partial = $"{full}.{Guid.NewGuid():N}.partial";
        using (var written = File.Create(partial))
        {
            content.CopyTo(written);
        }

        File.Move(partial, full, overwrite: true);
    }
}
