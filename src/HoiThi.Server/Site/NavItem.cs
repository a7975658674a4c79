namespace HoiThi.Server.Site;

/// <summary>An item of the top bar of a contest.</summary>
public enum NavItem
{
    Rules,
    Standings,
    Results,
    Participation,
}
