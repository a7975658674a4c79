using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>The form has what the way of coming in needs.</summary>
internal static class JoinMethods
{
    public static void Check(RegistrationRules rules, Scope scope)
    {
        if (rules.Method == JoinMethod.Email
            && !rules.Fields.Any(field => field is { Type: FieldType.Email, Required: true, Ask: FieldAsk.Before }))
        {
            scope.Add("method", "the method is email, and no address is asked for", "a required field of type email that is asked before");
        }

        if (rules.Method == JoinMethod.OpenId && rules.Provider is null)
        {
            scope.Add("method", "the method is open-id, and there is no provider", "'provider' with its address and claims");
        }

        if (rules.Method != JoinMethod.OpenId && rules.Provider is not null)
        {
            scope.Add(
                "provider",
                $"there is a provider, and the method is {Words.Of(rules.Method)}",
                "'provider' only where the method is open-id");
        }

        if (rules.Provider is { } provider)
        {
            Check(rules, provider, scope);
        }
    }

    private static void Check(RegistrationRules rules, IdentityProvider provider, Scope scope)
    {
        var fields = rules.Fields.Select(field => field.Code).ToList();
        foreach (var (index, claim) in provider.Claims.Index())
        {
            var path = $"provider.claims[{index}].field";
            if (Known.Check(scope, path, "field", claim.Field, fields)
                && rules.Fields.First(field => field.Code == claim.Field).Ask == FieldAsk.After)
            {
                scope.Add(
                    path,
                    $"the field '{claim.Field}' is asked after an attempt, and the provider fills it when joining",
                    "a field that is asked before");
            }
        }

        if (!provider.Claims.Any(claim => claim.Field == rules.Identity))
        {
            scope.Add(
                "provider.claims",
                $"no claim fills '{rules.Identity}', so that anybody could come in as anybody",
                $"a claim for '{rules.Identity}', as in {{ claim: sub, field: {rules.Identity} }}");
        }
    }
}
