using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CareerCompass.Web.Tests.Support;

/// <param name="Handled">Whether the page has a handler for the method.</param>
public sealed record Handler(string Template, string Method, string? Name, Type Page, bool Public, bool Handled)
{
    private static readonly RoutePattern Empty = RoutePatternFactory.Parse("");

    public IEnumerable<string> Parameters => Pattern.Parameters.Select(parameter => parameter.Name);

    private RoutePattern Pattern => Template.Length == 0 ? Empty : RoutePatternFactory.Parse(Template);

    /// <summary>
    /// The route's addresses: one, or one per alternative of a constraint like regex(^(trash|restore)$).
    /// </summary>
    public IEnumerable<string> Addresses(Func<string, string> values)
    {
        IEnumerable<string> addresses = [""];
        foreach (var segment in Pattern.PathSegments)
        {
            addresses = addresses
                .SelectMany(_ => Choices(segment.Parts.Single(), values), (address, choice) => $"{address}/{choice}")
                .ToList();
        }

        var query = Name is null ? "" : $"?handler={Name}";
        return addresses.Select(address => (address.Length == 0 ? "/" : address) + query);
    }

    public override string ToString() => $"{Method} /{Template}{(Name is null ? "" : $" ({Name})")}";

    private static string[] Choices(RoutePatternPart part, Func<string, string> values) =>
        part switch
        {
            RoutePatternLiteralPart literal => [literal.Content],
            RoutePatternParameterPart parameter when Listed(parameter) is { } listed => listed,
            RoutePatternParameterPart parameter => [values(parameter.Name)],
            _ => throw new NotSupportedException(part.ToString()),
        };

    private static string[]? Listed(RoutePatternParameterPart parameter) =>
        parameter
            .ParameterPolicies.Select(policy =>
                Regex.Match(policy.Content ?? "", @"^regex\(\^\((?<all>[a-z|-]+)\)\$\)$")
            )
            .FirstOrDefault(match => match.Success)
            ?.Groups["all"]
            .Value.Split('|');
}
