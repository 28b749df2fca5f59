using System.Text;

namespace CareerCompass.Web.Mail;

/// <summary>Some facts under a heading.</summary>
public sealed record EmailSection(string Title, IReadOnlyList<EmailLine> Lines);
