namespace CareerCompass.Web.Pages.Layouts;

/// <summary>Lays out all goals, in the order of the person's list.</summary>
public sealed class IndexModel(PageTools tools) : LayoutPage(tools)
{
    public override Guid? Only => null;
}
