using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Data;

/// <summary>What a person signs in with. All else about them is in <see cref="Domain.People.Person"/>, under the same id.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public AppUser() => Id = Guid.CreateVersion7();

    public bool IsAdmin { get; set; }

    /// <summary>The account that Development offers to look around in.</summary>
    public bool IsDemo { get; set; }
}
