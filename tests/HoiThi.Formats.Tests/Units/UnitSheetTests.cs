using System.Text;
using HoiThi.Core.Contests;
using HoiThi.Core.Units;
using HoiThi.Formats.Units;

namespace HoiThi.Formats.Tests.Units;

/// <summary>Lists of units as offices have them.</summary>
public sealed class UnitSheetTests
{
    private static readonly UnitKind[] Kinds = [new("agency", new("Sở, ban, ngành"), "city"), new("commune", new("UBND xã, phường"), "district")];

    [Fact]
    public void Names_alone_become_units_with_codes_and_parents_are_found_by_name()
    {
        var units = Read("""
            DANH SÁCH ĐƠN VỊ DỰ THI;;;
            Tên đơn vị;Đơn vị cấp trên;Loại;Số người
            Sở Nội vụ;;Sở, ban, ngành;1.058
            Chi cục Văn thư - Lưu trữ;Sở Nội vụ;;18
            Sở Nội vụ;;;3

            UBND phường Máy Tơ;;UBND xã, phường;
            """).Require();
        units.ShouldBe(
        [
            new Unit("so-noi-vu", null, "agency", new("Sở Nội vụ"), 1058),
            new Unit("chi-cuc-van-thu-luu-tru", "so-noi-vu", "agency", new("Chi cục Văn thư - Lưu trữ"), 18),
            new Unit("so-noi-vu-2", null, "agency", new("Sở Nội vụ"), 3),
            new Unit("ubnd-phuong-may-to", null, "commune", new("UBND phường Máy Tơ"), 0),
        ]);
    }

    [Fact]
    public void The_list_that_was_exported_is_read_again()
    {
        Core.ValueList<Unit> units = [new Unit("so-a", null, "agency", new("Sở A, một", "Department A"), 40), new Unit("phong-a1", "so-a", "agency", new("Phòng A1"), 10)];
        Read(UnitsCsv.Write(units)).Require().ShouldBe(units);
    }

    [Theory]
    [InlineData("a;b\n1;2")]
    [InlineData("")]
    [InlineData("Tên đơn vị;Số người\nSở A;nhiều")]
    public void What_is_no_list_is_said_so(string text) => Read(text).Mistakes.Count.ShouldBeGreaterThan(0);

    [Fact]
    public void A_broken_workbook_is_a_mistake() =>
        UnitSheet.Read([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "don-vi.xlsx", [.. Kinds]).Mistakes.ShouldHaveSingleItem();

    private static Reading<Core.ValueList<Unit>> Read(string text) => UnitSheet.Read(Encoding.UTF8.GetBytes(text), "don-vi.csv", [.. Kinds]);
}
