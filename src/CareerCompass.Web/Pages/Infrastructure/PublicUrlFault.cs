using System.Net;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Pages.Infrastructure;

public enum PublicUrlFault
{
    /// <summary>A proxy says who is behind it and is not believed.</summary>
    UnknownProxy,

    /// <summary>The browser came by https, and the app was not told.</summary>
    UntoldHttps,

    /// <summary>At another address than App:PublicUrl.</summary>
    OtherAddress,
}
