namespace CareerCompass.Web.Identity;

/// <summary>One sign-in on one device, from then until it ends. The cookie names it; without it the cookie is worth nothing.</summary>
public sealed class Session
{
    public const int MaxDeviceLength = 60;
    public const int MaxAddressLength = 45;

    private Session() { }

    public Session(Guid userId, string device, string address, byte[] deviceHash, DateTime now) =>
        (Id, UserId, Device, Address, DeviceHash, StartedAt, LastSeenAt) = (
            Guid.CreateVersion7(),
            userId,
            device,
            address,
            deviceHash,
            now,
            now
        );

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>Browser and system in words: "Firefox on Linux".</summary>
    public string Device { get; private set; } = "";

    /// <summary>The network address it was last seen from.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Hash of the browser's long-lived random cookie and the account: tells a device that is known from a new one.</summary>
    public byte[] DeviceHash { get; private set; } = [];

    public DateTime StartedAt { get; private set; }

    /// <summary>When it was last used, to within a few minutes.</summary>
    public DateTime LastSeenAt { get; private set; }

    public DateTime? EndedAt { get; private set; }
}
