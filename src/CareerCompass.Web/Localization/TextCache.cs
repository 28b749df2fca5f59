using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;

namespace CareerCompass.Web.Localization;

/// <summary>Caches the texts of each language: pages use hundreds, and each lookup searches the resources.</summary>
public sealed class TextCache(IStringLocalizer<Localizer> texts)
{
    private readonly ConcurrentDictionary<(CultureInfo Language, string Key), string> known = [];
    private readonly ConcurrentDictionary<(CultureInfo Language, string Key), CompositeFormat> formats = [];

    /// <summary>The text in the current UI culture. Keys come from source code, so the cache stays small.</summary>
    public string For(string key)
    {
        var place = (CultureInfo.CurrentUICulture, key);
        return known.TryGetValue(place, out var text) ? text : known.GetOrAdd(place, texts[key]);
    }

    public CompositeFormat Format(string key)
    {
        var place = (CultureInfo.CurrentUICulture, key);
        return formats.TryGetValue(place, out var format)
            ? format
            : formats.GetOrAdd(place, CompositeFormat.Parse(texts[key]));
    }
}
