namespace HoiThi.Server.Storage;

public sealed class BankTopicRow
{
    public required short Contest { get; init; }

    public required string Code { get; init; }

    public required string NameVi { get; set; }

    public string? NameEn { get; set; }

    public required int Position { get; set; }
}

/// <summary>One version of a question of the bank.</summary>
public sealed class BankQuestionRow
{
    public required short Contest { get; init; }

    public required int Number { get; init; }

    public required int Version { get; init; }

    public required string Code { get; init; }

    public required string Topic { get; set; }

    public required short Difficulty { get; set; }

    /// <summary>As <c>|one|another|</c>.</summary>
    public required string Tags { get; set; }

    public required string State { get; set; }

    public required bool Newest { get; set; }

    public required bool Usable { get; set; }

    public required string Text { get; set; }

    public Guid? WrittenBy { get; set; }

    public required long Written { get; set; }

    public Guid? ReviewedBy { get; set; }

    public long? Reviewed { get; set; }

    public Guid? ApprovedBy { get; set; }

    public long? Approved { get; set; }

    public required string Content { get; set; }
}

public sealed class BankSearchRow
{
    public required short Contest { get; init; }

    public required int Number { get; init; }

    public required string Folded { get; set; }

    public required string Spelled { get; set; }
}

public sealed record BankUseRow(short Contest, int Number, int Version, short Round, int SetVersion);

public sealed record BankImageRow(short Contest, string Name, string MediaType, byte[] Content);

public sealed class BankImportRow
{
    public required Guid Id { get; init; }

    public required short Contest { get; init; }

    public required Guid Person { get; init; }

    public required long Created { get; init; }

    public required string FileName { get; init; }

    public byte[]? Content { get; set; }

    public required string Options { get; set; }

    public required string Reading { get; set; }

    public long? Ended { get; set; }

    public int? Taken { get; set; }
}

public sealed class BankImportItemRow
{
    public required Guid Import { get; init; }

    public required int Ordinal { get; init; }

    public required string Item { get; init; }

    public string? Answers { get; set; }

    public required bool Ready { get; set; }

    public required bool LeftOut { get; set; }

    public string? SameAs { get; set; }
}

public sealed record BankImportImageRow(Guid Import, string Name, string MediaType, byte[] Content);
