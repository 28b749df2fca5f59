using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Mail;

public enum MessageKind
{
    ReviewReminder,
    ConfirmEmail,
    ResetPassword,
    Invitation,
    NewDevice,
    CredentialsChanged,
    AccountExists,

    /// <summary>The one nudge about a review that was opened and not finished.</summary>
    ReviewNudge,

    /// <summary>To the address that an account is to move to.</summary>
    ConfirmNewEmail,

    /// <summary>To the address that an account had until now.</summary>
    EmailChanged,

    /// <summary>To the address that an account had until it was taken back.</summary>
    EmailRestored,
}
