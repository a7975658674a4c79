using System.Text.RegularExpressions;
using System.Xml;
using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Aiken;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Banks.Gift;
using HoiThi.Formats.Banks.Moodle;
using HoiThi.Formats.Banks.Qti;
using HoiThi.Formats.Banks.Script;
using HoiThi.Formats.Banks.Sheets;
using HoiThi.Formats.Banks.Word;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Banks;

/// <summary>Reads files of questions of any kind (see <c>docs/question-banks.md</c>).</summary>
public static class BankFile
{
    /// <summary>
    /// Reads a file. What it is shows in its content. No file is a reason for an exception: what cannot be read is a problem
    /// of the reading.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">Its name; the extension decides only where the content leaves it open.</param>
    /// <param name="options">What the file may leave unsaid; null for the defaults.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> said so.</exception>
    public static BankReading Read(byte[] bytes, string fileName, BankOptions? options = null, CancellationToken cancel = default)
    {
        var chosen = options ?? BankOptions.Default;
        BankFormat? format = null;
        try
        {
            if (bytes.Length > chosen.Limits.Bytes)
            {
                throw new RefusedException(BankProblems.TooLarge(null));
            }

            return bytes switch
            {
                [] => throw new RefusedException(BankProblems.Empty()),
                [0x50, 0x4B, 0x03 or 0x05, 0x04 or 0x06, ..] => ReadZip(bytes, chosen, cancel, ref format),
                [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new RefusedException(BankProblems.OldOffice()),
                [0x25, 0x50, 0x44, 0x46, ..] => throw new RefusedException(BankProblems.Pdf()),
                [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => throw new RefusedException(BankProblems.Rtf()),
                _ when IsXml(bytes) => ReadXml(bytes, chosen, cancel, ref format),
                _ => ReadText(bytes, fileName, chosen, cancel, ref format),
            };
        }
        catch (RefusedException refused)
        {
            return BankReading.Refused(format, refused.Problem);
        }
        catch (InvalidDataException)
        {
            return BankReading.Refused(format, BankProblems.BrokenArchive());
        }
        catch (RegexMatchTimeoutException)
        {
            return BankReading.Refused(format, BankProblems.TooLarge(null));
        }
    }

    private static BankReading ReadZip(byte[] bytes, BankOptions options, CancellationToken cancel, ref BankFormat? format)
    {
        using var zip = new SafeZip(bytes, options.Limits, cancel);
        format = zip.Has("word/document.xml") ? BankFormat.Word
            : zip.Has("xl/workbook.xml") ? BankFormat.Excel
            : QtiPackage.FormatOf(zip) ?? throw new RefusedException(BankProblems.NotQuestions());
        var builder = new BankBuilder(format.Value, options, cancel);
        switch (format)
        {
            case BankFormat.Word:
                WordFile.Read(zip, builder);
                break;
            case BankFormat.Excel:
                new SheetReader(builder).Read(new ExcelFile(zip, builder).Read());
                break;
            default:
                new QtiPackage(zip, builder).Read();
                break;
        }

        return builder.Build();
    }

    private static bool IsXml(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0x3C, 0x00]) || bytes.StartsWith<byte>([0xFE, 0xFF, 0x00, 0x3C]))
        {
            return true;
        }

        start = start.TrimStart(" \t\r\n"u8);
        return start.StartsWith("<?xml"u8) || (start.Length > 1 && start[0] == '<' && (char.IsAsciiLetter((char)start[1]) || start[1] == '!'));
    }

    private static BankReading ReadXml(byte[] bytes, BankOptions options, CancellationToken cancel, ref BankFormat? format)
    {
        var root = RootOf(bytes);
        format = root == "quiz" ? BankFormat.MoodleXml : QtiFile.FormatOf(root) ?? throw new RefusedException(BankProblems.NotQuestions());
        var builder = new BankBuilder(format.Value, options, cancel);
        if (format == BankFormat.MoodleXml)
        {
            new MoodleReader(builder).Read(bytes);
        }
        else
        {
            QtiFile.Read(bytes, new QtiSource(null, null), QtiContext.None, builder);
        }

        return builder.Build();
    }

    private static string RootOf(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(bytes, writable: false),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = bytes.Length });
            reader.MoveToContent();
            return reader.LocalName;
        }
        catch (XmlException exception)
        {
            throw new RefusedException(BankProblems.BrokenXml(new BankPlace(PlaceKind.Line, Math.Max(exception.LineNumber, 1)), exception.Message));
        }
    }

    private static BankReading ReadText(byte[] bytes, string fileName, BankOptions options, CancellationToken cancel, ref BankFormat? format)
    {
        var text = SafeText.Decode(bytes, options.Limits);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RefusedException(BankProblems.Empty());
        }

        format = BankSniff.OfText(text, fileName);
        if (format == BankFormat.Yaml)
        {
            return FromYaml(QuestionsYaml.Read(text, fileName));
        }

        var builder = new BankBuilder(format.Value, options, cancel);
        switch (format)
        {
            case BankFormat.Csv:
                new SheetReader(builder).Read([CsvSheet.Read(text, builder)]);
                break;
            case BankFormat.Gift:
                new GiftReader(builder).Read(text);
                break;
            case BankFormat.Aiken:
                new AikenReader(builder).Read(text);
                break;
            default:
                new ScriptReader(builder).Read(text.Split('\n').Select((line, index) => (object)new ScriptLine(
                    MarkedText.Plain(line), "", 0, new BankPlace(PlaceKind.Line, index + 1), [])));
                break;
        }

        return builder.Build();
    }

    private static BankReading FromYaml(Reading<QuestionBank> reading) => reading.Succeeded
        ? new(BankFormat.Yaml, reading.Value.Topics, [.. reading.Value.Questions.Select(question => new ReadQuestion(question, new(PlaceKind.Line, 0), [], []))], [], [], [])
        : new(BankFormat.Yaml, [], [], [.. reading.Mistakes.Select(BankProblems.FromMistake)], [], []);
}
