namespace HoiThi.Formats.Banks;

/// <summary>The kinds of files that hold questions.</summary>
public enum BankFormat
{
    /// <summary>Our own questions.yaml.</summary>
    Yaml,

    /// <summary>A text document as a person writes it (.docx).</summary>
    Word,

    /// <summary>A workbook (.xlsx).</summary>
    Excel,

    /// <summary>A table as text (.csv).</summary>
    Csv,

    /// <summary>Plain text in the style of a Word file (.txt).</summary>
    Text,

    /// <summary>Moodle's GIFT (.gift, .txt).</summary>
    Gift,

    /// <summary>Aiken (.txt): choices by letter and a line ANSWER.</summary>
    Aiken,

    /// <summary>Moodle's XML (.xml).</summary>
    MoodleXml,

    /// <summary>IMS QTI 1.2, one file or a package.</summary>
    Qti12,

    /// <summary>IMS QTI 2.0–2.2, an item or a package.</summary>
    Qti2,

    /// <summary>1EdTech QTI 3.0, an item or a package.</summary>
    Qti3,
}
