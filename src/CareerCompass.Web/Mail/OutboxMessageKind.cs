namespace CareerCompass.Web.Mail;

public enum OutboxMessageKind
{
    ReviewReminder,
    ConfirmEmail,
    ResetPassword,
    Invitation,
    NewDevice,
    CredentialsChanged,
    AccountExists,

    ReviewNudge,

    ConfirmNewEmail,

    EmailChanged,

    /// <summary>To the address that the account had until it was taken back.</summary>
    EmailRestored,
}
