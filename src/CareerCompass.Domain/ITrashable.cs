namespace CareerCompass.Domain;

/// <summary>Can be in Trash for <see cref="Limits.TrashRetentionDays"/> days before it is deleted.</summary>
public interface ITrashable
{
    DateTime? TrashedAt { get; }

    void Trash(DateTime now);

    void Restore();
}
