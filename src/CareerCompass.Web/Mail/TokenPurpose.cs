namespace CareerCompass.Web.Mail;

public enum TokenPurpose
{
    Unsubscribe,
    ConfirmEmail,
    ResetPassword,

    /// <summary>
    /// A password reset link from an administrator: unlike an e-mailed one it does not prove access to the mailbox.
    /// </summary>
    AdminReset,

    Invitation,

    CompleteNextStep,

    Snooze,

    ChangeEmail,

    UndoEmail,

    /// <summary>Not a link: reserves a former address for its account while the change can be undone.</summary>
    FormerAddress,
}
