using System.Globalization;
using CsvHelper;
using HoiThi.Core;
using HoiThi.Core.People;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Shapes;
using HoiThi.Formats.Units;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.People;

/// <summary>A list of named people as CSV (RFC 4180, UTF-8): a header with the columns in any order, a line a person.</summary>
public static class PeopleCsv
{
    private static readonly TextShape Identity = Of.Text(200);
    private static readonly TextShape Name = Of.Text(80);
    private static readonly TextShape Code = Of.Text(40);

    private static readonly (string Name, Func<ListedPerson, string?> Get)[] Columns =
    [
        ("identity", person => person.Identity), ("name", person => person.Name), ("unit", person => person.Unit), ("code", person => person.Code),
    ];

    /// <summary>Reads a list; <c>identity</c> is required, <c>name</c>, <c>unit</c> and <c>code</c> may be empty or missing.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">What mistakes call the file.</param>
    public static Reading<ValueList<ListedPerson>> Read(string text, string fileName) => Locate(text, fileName).ToReading();

    /// <summary>Writes a list: the same people always give the same text, which reads back as equal people.</summary>
    public static string Write(ValueList<ListedPerson> people)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }))
        {
            csv.WriteHeader([.. Columns.Select(column => column.Name)]);
            foreach (var person in people)
            {
                csv.WriteRecord([.. Columns.Select(column => column.Get(person) ?? "")]);
            }
        }

        return text.ToString();
    }

    internal static Located<ValueList<ListedPerson>> Locate(string text, string fileName)
    {
        var findings = new Findings(fileName);
        findings.Place("", new Position(1, 1));
        var rows = new UnitTable(["identity"], ["name", "unit", "code"], findings).Read(text);
        var people = rows.Select((row, index) => TryRead(row, index, findings)).OfType<ListedPerson>().ToValueList();
        if (findings.Count > 0)
        {
            return new(null, null, findings);
        }

        Checks.Unique.Check(Scope.Root(findings), people.Select((person, index) => (person.Identity.Trim(), $"[{index}].identity")), "person");
        return new(people, null, findings);
    }

    private static ListedPerson? TryRead(Row row, int index, Findings findings)
    {
        var reader = new CellReader(row, Scope.Root(findings).Item(index, new Position(row.Line, 1)));
        var identity = reader.Read("identity", Identity);
        var name = reader.ReadOrNull("name", Name);
        var unit = reader.ReadOrNull("unit", Of.Mark);
        var code = reader.ReadOrNull("code", Code);
        return reader.Well ? new ListedPerson(identity!, name, unit, code) : null;
    }
}
