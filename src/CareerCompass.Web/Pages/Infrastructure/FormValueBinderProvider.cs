using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>Binds text and booleans where the framework fails on malformed input.</summary>
internal sealed class FormValueBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? new StringBinder()
        : context.Metadata.ModelType == typeof(bool) ? new BooleanBinder()
        : null;

    /// <summary>Removes NUL, which PostgreSQL cannot store.</summary>
    private sealed class StringBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given.FirstValue is { } value)
            {
                var text = value.Replace("\0", "", StringComparison.Ordinal);
                bindingContext.ModelState.SetModelValue(bindingContext.ModelName, text, text);

                // A route value is never missing, and so never null
                var isNone =
                    bindingContext.BindingSource != BindingSource.Path
                    && bindingContext.ModelMetadata.ConvertEmptyStringToNull
                    && string.IsNullOrWhiteSpace(text);
                bindingContext.Result = ModelBindingResult.Success(isNone ? null : text);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>Does not keep an invalid value, as a checkbox could not show it.</summary>
    private sealed class BooleanBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue;
            if (bool.TryParse(given, out var value))
            {
                bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given, given);
                bindingContext.Result = ModelBindingResult.Success(value);
            }
            else if (!string.IsNullOrEmpty(given))
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, ValidationMessages.Invalid);
            }

            return Task.CompletedTask;
        }
    }
}
