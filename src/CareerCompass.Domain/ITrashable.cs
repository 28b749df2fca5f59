namespace CareerCompass.Domain;

/// <summary>Something that goes to Trash for <see cref="Limits.TrashRetentionDays"/> days before it is gone for good.</summary>
public interface ITrashable
{
    /// <summary>UTC; null while it is not in Trash.</summary>
    DateTime? TrashedAt { get; }

    void Trash(DateTime now);

    void Restore();
}
