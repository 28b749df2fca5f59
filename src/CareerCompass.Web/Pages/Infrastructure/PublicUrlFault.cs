namespace CareerCompass.Web.Pages.Infrastructure;

public enum PublicUrlFault
{
    /// <summary>A proxy sends forwarded headers but is not trusted.</summary>
    UnknownProxy,

    /// <summary>The browser uses https, but the proxy does not say so.</summary>
    HttpsNotForwarded,

    /// <summary>The browser uses a different address than App:PublicUrl.</summary>
    OtherAddress,
}
