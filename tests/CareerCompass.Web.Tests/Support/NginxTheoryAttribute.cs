namespace CareerCompass.Web.Tests.Support;

[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxTheoryAttribute : TheoryAttribute
{
    public NginxTheoryAttribute() =>
        Skip = Nginx.Path is null ? "No nginx: install it, on Debian by apt-get install nginx-light" : null;
}
