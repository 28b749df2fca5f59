using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Support;

/// <summary>One way to ask the app for something.</summary>
/// <param name="Handled">Whether the page has a handler for it.</param>
public sealed record Handler(string Template, string Method, string? Name, Type Page, bool Public, bool Handled)
{
    private static readonly RoutePattern Empty = RoutePatternFactory.Parse("");

    public IEnumerable<string> Parameters => Pattern.Parameters.Select(parameter => parameter.Name);

    private RoutePattern Pattern => Template.Length == 0 ? Empty : RoutePatternFactory.Parse(Template);

    /// <summary>Its addresses for these values: one, or as many as a constraint like regex(^(trash|restore)$) names.</summary>
    public IEnumerable<string> Addresses(Func<string, string> values)
    {
        IEnumerable<string> addresses = [""];
        foreach (var segment in Pattern.PathSegments)
        {
            addresses = addresses.SelectMany(_ => Choices(segment.Parts.Single(), values), (address, choice) => $"{address}/{choice}").ToList();
        }

        var query = Name is null ? "" : $"?handler={Name}";
        return addresses.Select(address => (address.Length == 0 ? "/" : address) + query);
    }

    public override string ToString() => $"{Method} /{Template}{(Name is null ? "" : $" ({Name})")}";

    private static string[] Choices(RoutePatternPart part, Func<string, string> values) => part switch
    {
        RoutePatternLiteralPart literal => [literal.Content],
        RoutePatternParameterPart parameter when Listed(parameter) is { } listed => listed,
        RoutePatternParameterPart parameter => [values(parameter.Name)],
        _ => throw new NotSupportedException(part.ToString()),
    };

    private static string[]? Listed(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Select(policy => Regex.Match(policy.Content ?? "", @"^regex\(\^\((?<all>[a-z|-]+)\)\$\)$"))
            .FirstOrDefault(match => match.Success)?.Groups["all"].Value.Split('|');
}

/// <summary>All that the app answers to, read from the app itself, so that nothing new can be forgotten.</summary>
internal static class Routes
{
    /// <summary>Every page, asked with GET and POST, and with each named handler.</summary>
    public static async Task<List<Handler>> PagesAsync(TestApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var handlers = new List<Handler>();
        foreach (var endpoint in Endpoints(app))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                continue;
            }

            var compiled = await loader.LoadAsync(page, endpoint.Metadata);
            var isPublic = endpoint.Metadata.Concat(compiled.EndpointMetadata ?? []).OfType<IAllowAnonymous>().Any();
            var methods = compiled.HandlerMethods.Select(method => (Verb: method.HttpMethod.ToUpperInvariant(), method.Name)).ToHashSet();
            handlers.AddRange(methods.Concat([("GET", null), ("POST", null)]).Distinct().Select(method => new Handler(
                page.AttributeRouteInfo!.Template!, method.Verb, method.Name, compiled.ModelTypeInfo!.AsType(), isPublic, methods.Contains(method))));
        }

        return handlers;
    }

    /// <summary>What the app answers to besides pages and files.</summary>
    public static IEnumerable<RouteEndpoint> Others(TestApp app) => Endpoints(app)
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null
            && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null);

    private static IEnumerable<RouteEndpoint> Endpoints(TestApp app) =>
        app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct();

    /// <summary>Values that the page's input could well have.</summary>
    public static IEnumerable<(string Name, string? Value)> Fields(Type page, DateOnly today) =>
        page.GetProperties().Where(property => property.IsDefined(typeof(BindPropertyAttribute)))
            .SelectMany(property => Fields(property, "", today));

    private static IEnumerable<(string, string?)> Fields(PropertyInfo property, string prefix, DateOnly today)
    {
        var name = prefix + property.Name;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        string? value = property.Name switch
        {
            "Back" or "ReturnUrl" => null,
            "Time" or "Estimate" or "Hours" => "1:30",
            "Email" => "somebody@example.org",
            "Zone" => "Europe/Berlin",
            "Day" when type == typeof(DateOnly) => Iso(today),
            _ when type == typeof(string) => "a long password",
            _ when type == typeof(DateOnly) => Iso(today.AddDays(60)),
            _ when type == typeof(TimeOnly) => "09:00",
            _ when type == typeof(int) => "1",
            _ when type == typeof(bool) => "true",
            _ when type.IsEnum => Enum.GetNames(type)[0],
            _ => null,
        };
        return value is null && type.Assembly == typeof(Program).Assembly
            ? type.GetProperties().Where(inner => inner.CanWrite).SelectMany(inner => Fields(inner, name + ".", today))
            : [(name, value)];
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
