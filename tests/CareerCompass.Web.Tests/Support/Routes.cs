using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Support;

/// <summary>All endpoints, read from the app itself, so that a new one cannot be forgotten.</summary>
internal static class Routes
{
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
            var methods = compiled
                .HandlerMethods.Select(method => (Verb: method.HttpMethod.ToUpperInvariant(), method.Name))
                .ToHashSet();
            handlers.AddRange(
                methods
                    .Concat([("GET", null), ("POST", null)])
                    .Distinct()
                    .Select(method => new Handler(
                        page.AttributeRouteInfo!.Template!,
                        method.Verb,
                        method.Name,
                        compiled.ModelTypeInfo!.AsType(),
                        isPublic,
                        methods.Contains(method)
                    ))
            );
        }

        return handlers;
    }

    public static IEnumerable<RouteEndpoint> Others(TestApp app) =>
        Endpoints(app)
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null
                && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
            );

    private static IEnumerable<RouteEndpoint> Endpoints(TestApp app) =>
        app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Distinct();

    /// <summary>Plausible values for the page's input.</summary>
    public static IEnumerable<(string Name, string? Value)> Fields(Type page, DateOnly today) =>
        page.GetProperties()
            .Where(property => property.IsDefined(typeof(BindPropertyAttribute)))
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

    private static string Iso(DateOnly date) =>
        date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
