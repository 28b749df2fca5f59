namespace CareerCompass.Web.Mail;

public sealed record EmailLine(string Text, (string Label, Uri Url)? Action = null);
