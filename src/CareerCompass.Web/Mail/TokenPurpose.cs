using System.Buffers.Text;
using System.Security.Cryptography;

namespace CareerCompass.Web.Mail;

public enum TokenPurpose
{
    Unsubscribe,
    ConfirmEmail,
    ResetPassword,

    /// <summary>A link to a new password that an administrator handed over: whoever has it need not read the account's mail.</summary>
    HandedReset,

    /// <summary>A link to open an account with.</summary>
    Invitation,

    /// <summary>A link that ticks off a next step.</summary>
    TickStep,

    /// <summary>A link that moves the reminder of a review to tomorrow.</summary>
    Snooze,

    /// <summary>A link that confirms the address that an account is to move to.</summary>
    ChangeEmail,

    /// <summary>A link by which the former address takes the account back.</summary>
    UndoEmail,

    /// <summary>No link: keeps a former address for its account while the change can be undone.</summary>
    FormerAddress,
}
