using HoiThi.Core;

namespace HoiThi.Server.Organisers.Pages;

public sealed record ExportsView(ValueList<ExportLine> Exports);

public sealed record ExportLine(Guid Id, string Name, DateTime Created, long Written, long Total, ExportState State)
{
    /// <summary>How far it is, in tenths of a percent.</summary>
    public long Tenths => Total == 0 ? 1_000 : Math.Min(1_000, Written * 1_000 / Total);
}

public enum ExportState
{
    Running,
    Done,
    Failed,
}
