namespace CareerCompass.Web.Mail;

public sealed record EmailSection(string Title, IReadOnlyList<EmailLine> Lines);
