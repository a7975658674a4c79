namespace HoiThi.Server.Manage.Setup.Pages;

/// <summary>The pages of the set-up in order: the sections of <c>contest.yaml</c>, and what stands in files beside it.</summary>
internal static class SetupTabs
{
    public static IReadOnlyList<(string Name, string Vi, string En)> All { get; } =
    [
        .. SetupSection.All.Take(2).Select(Of),
        ("unit-list", "Danh sách đơn vị", "Units"),
        .. SetupSection.All.Skip(2).Select(Of),
        ("files", "Tài liệu, ảnh, danh sách", "Files"),
    ];

    private static (string Name, string Vi, string En) Of(SetupSection section) => (section.Name, section.Vi, section.En);
}
