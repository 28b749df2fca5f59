using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace CareerCompass.Web.Operations;

/// <param name="Default">What holds when nobody says otherwise.</param>
/// <param name="IsSecret">Its value is nobody's to read.</param>
/// <param name="IsList">Several values, numbered from 0, or one with commas.</param>
public sealed record KnownSetting(
    string Key,
    string Default,
    string Description,
    bool IsSecret = false,
    bool IsList = false
);
