using System.ComponentModel;
using System.Reflection;

namespace CareerCompass.Web.Operations;

internal static class SettingsReader
{
    /// <exception cref="InvalidOperationException">A value has the wrong type.</exception>
    public static T Read<T>(this IConfigurationSection section)
        where T : new()
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite))
        {
            Check(section.GetSection(property.Name), property);
        }

        return section.Get<T>() ?? new T();
    }

    private static void Check(IConfigurationSection setting, PropertyInfo property)
    {
        if (string.IsNullOrEmpty(setting.Value))
        {
            return;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(setting.Value);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            var kind = type == typeof(bool) ? "true or false" : "a whole number";
            throw new InvalidOperationException($"{setting.Path} is {setting.Value}, but must be {kind}.", problem);
        }
    }
}
