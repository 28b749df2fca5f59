using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;

namespace CareerCompass.Web.Localization;

/// <summary>The texts of each language, each looked up once: a page says a few hundred, and the localizer searches for every one.</summary>
public sealed class TextCache(IStringLocalizer<Localizer> texts)
{
    private readonly ConcurrentDictionary<(CultureInfo Language, string Key), string> known = [];
    private readonly ConcurrentDictionary<(CultureInfo Language, string Key), CompositeFormat> formats = [];

    /// <summary>The text in the language of this moment; the keys are those in our source, so that they are not many.</summary>
    public string For(string key)
    {
        var place = (CultureInfo.CurrentUICulture, key);
        return known.TryGetValue(place, out var text) ? text : known.GetOrAdd(place, texts[key]);
    }

    /// <summary>The same for a text with arguments.</summary>
    public CompositeFormat Format(string key)
    {
        var place = (CultureInfo.CurrentUICulture, key);
        return formats.TryGetValue(place, out var format)
            ? format
            : formats.GetOrAdd(place, CompositeFormat.Parse(texts[key]));
    }
}
