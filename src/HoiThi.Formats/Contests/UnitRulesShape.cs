using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of <c>units</c>.</summary>
internal static class UnitRulesShape
{
    private static readonly RecordShape<Block> Block = new RecordShape<Block>("block")
        .Required("code", block => block.Code, Of.Code, "The block's name in this file; unique.")
        .Required("name", block => block.Name, Of.LocalText, "Its name on boards.");

    private static readonly RecordShape<UnitKind> Kind = new RecordShape<UnitKind>("unitKind")
        .Required("code", kind => kind.Code, Of.Code, "The kind's name in this file and in the unit list; unique.")
        .Required("name", kind => kind.Name, Of.LocalText, "Its name on boards.")
        .Required("block", kind => kind.Block, Of.Code, "The code of the block that units of this kind belong to.")
        .Optional("eligible", kind => kind.Eligible, Of.Flag, true, "Whether people of such units may register.")
        .Optional("compulsory", kind => kind.Compulsory, Of.Flag, false, "Whether everybody of such units has to take part.");

    private static readonly RecordShape<SizeBand> Size = new RecordShape<SizeBand>("sizeBand", flow: true)
        .Required("code", size => size.Code, Of.Code, "The band's name in this file; unique.")
        .Required("name", size => size.Name, Of.LocalText, "Its name on boards.")
        .Required("from", size => size.From, Of.Number(0, 1_000_000), "The least headcount, units below included.");

    private static readonly RecordShape<ParticipationTarget> Target = new RecordShape<ParticipationTarget>("participationTarget")
        .Optional("kinds", target => target.Kinds, Of.Line(Of.Code, 1, 100), [], "Codes of kinds; left out, all.")
        .Optional("sizes", target => target.Sizes, Of.Line(Of.Code, 1, 100), [], "Codes of size bands; left out, all.")
        .Required("percent", target => target.Percent, Of.Number(1, 100),
            "The least share of the headcount, in percent; reached when equalled.");

    /// <summary>How units are classed.</summary>
    public static RecordShape<UnitRules> Units { get; } = new RecordShape<UnitRules>("units")
        .Required("file", units => units.File, Of.File, "The unit list, a CSV file.")
        .Required("blocks", units => units.Blocks, Of.List(Block, 1, 100).UniqueBy("code", block => block.Code, "block"),
            "Groups of units that are compared with each other.")
        .Required("kinds", units => units.Kinds, Of.List(Kind, 1, 100).UniqueBy("code", kind => kind.Code, "kind"),
            "The kinds a unit can be of.")
        .Optional("sizes", units => units.Sizes,
            Of.List(Size, 0, 100).UniqueBy("code", size => size.Code, "size band").Checked(SizeBands.Check), [],
            "Size bands by headcount, smallest first; a band ends where the next begins.")
        .Optional("targets", units => units.Targets, Of.List(Target, 0, 100), [],
            "The least share of headcount by kind and size. The first that fits a unit is its own; a unit that fits none has none.")
        .Checked(Checks.UnitClasses.Check, "blocks", "kinds")
        .Checked(Targets.Check, "kinds", "sizes", "targets");
}
