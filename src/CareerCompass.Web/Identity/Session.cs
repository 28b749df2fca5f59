namespace CareerCompass.Web.Identity;

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

    /// <summary>Browser and system, such as "Firefox on Linux".</summary>
    public string Device { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>Hash of the browser's long-lived random cookie and the account.</summary>
    public byte[] DeviceHash { get; private set; } = [];

    public DateTime StartedAt { get; private set; }

    /// <summary>Accurate to a few minutes.</summary>
    public DateTime LastSeenAt { get; private set; }

    public DateTime? EndedAt { get; private set; }
}
