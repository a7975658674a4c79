namespace HoiThi.Server.Storage;

/// <summary>That a question set was sealed in the console, with the line of the audit log that says by whom and why.</summary>
public sealed record SealingRow(short Contest, short Round, int Version, long Line);
