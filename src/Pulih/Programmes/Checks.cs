using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Pulih.Programmes;

/// <summary>What the forms of programmes ask of their fields; each finding stands beside its field, in the reader's language.</summary>
internal sealed class Checks(ModelStateDictionary state, IStringLocalizer<Texts> text)
{
    public void Filled(string field, string? value, int longest)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Wrong(field, text["Please fill this in."]);
        }
        else if (value.Length > longest)
        {
            Wrong(field, text["Please make it shorter: at most {0} characters.", longest]);
        }
    }

    public void IsCode(string field, string? value)
    {
        if (!Code.IsValid(value))
        {
            Wrong(field, text["2 to 40 characters: small letters, digits and hyphens, for example umkm-2026."]);
        }
    }

    public void AboveZero(string field, long? value)
    {
        if (value is null or <= 0)
        {
            Wrong(field, text["Please write a number above zero."]);
        }
    }

    public void Period(string from, DateOnly? starts, string to, DateOnly? ends)
    {
        if (starts is null)
        {
            Wrong(from, text["Please fill this in."]);
        }

        if (ends is null)
        {
            Wrong(to, text["Please fill this in."]);
        }
        else if (ends < starts)
        {
            Wrong(to, text["The end is before the start. Please check both dates."]);
        }
    }

    // A field the browser's text could not be read into says so already.
    public void Wrong(string field, string sentence)
    {
        if (state.GetFieldValidationState(field) != ModelValidationState.Invalid)
        {
            state.AddModelError(field, sentence);
        }
    }
}
