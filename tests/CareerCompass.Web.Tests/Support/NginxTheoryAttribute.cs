namespace CareerCompass.Web.Tests.Support;

/// <summary>A test through a real nginx, or skipped with the reason why there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxTheoryAttribute : TheoryAttribute
{
    public NginxTheoryAttribute() =>
        Skip = Nginx.Path is null ? "No nginx: install it, on Debian by apt-get install nginx-light" : null;
}
