using System.Text;

namespace CareerCompass.Web.Mail;

/// <param name="Action">What can be done about it right from the mail.</param>
public sealed record EmailLine(string Text, (string Label, Uri Url)? Action = null);
