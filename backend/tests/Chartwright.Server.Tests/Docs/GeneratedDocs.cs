using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Chartwright.Core.Errors;
using Chartwright.Server.Problems;

namespace Chartwright.Server.Tests.Docs;

/// <summary>The pages that are made from the code.</summary>
internal static class GeneratedDocs
{
    public static string Configuration()
    {
        var page = new StringBuilder("""
            # Configuration

            Made from the option types; `CHARTWRIGHT_WRITE_DOCS=1` with the tests of the server writes it again.

            Every setting has one name and three places, later ones win: `appsettings.json` in the working directory
            (`{ "Chartwright": { "Port": 5080 } }`), an environment variable (`CHARTWRIGHT__PORT=5080`; two underscores between parts), and for a few
            a flag of `chartwright serve` and `run.sh`. Times are `hh:mm:ss`. Secrets belong in the environment, not in a file. A value out of range stops the start with its name.

            A model of your own, as an example:

            ```sh
            CHARTWRIGHT__MODELS__0__NAME=local CHARTWRIGHT__MODELS__0__BASEURL=http://127.0.0.1:11434/v1 CHARTWRIGHT__MODELS__0__MODEL=qwen3 ./run.sh
            ```

            """);
        foreach (var (section, type) in OptionSources.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {Heading(section, type)}\n\n{OptionSources.Summary(type)}\n\n| setting | environment variable | default | meaning |\n| --- | --- | --- | --- |\n");
            var defaults = Activator.CreateInstance(type)!;
            foreach (var property in OptionSources.Properties(type))
                page.Append(CultureInfo.InvariantCulture, $"| `{property.Name}` | `{Variable(section, property)}` | {Show(property.GetValue(defaults))} | {OptionSources.Summary(type, property.Name)}{Choices(property.PropertyType)} |\n");
        }
        return page.ToString();
    }

    public static string ErrorCodes()
    {
        var page = new StringBuilder("""
            # Error codes

            Made from the code; `CHARTWRIGHT_WRITE_DOCS=1` with the tests of the server writes it again. A code is never renamed and never used for something else.
            It stands in `code` of a problem (RFC 9457, with the status below) and of an `error` event (where there is no status). `retryable` says whether the
            same request can succeed later without a change; `details` holds facts for a machine, such as near names.

            | code | status | title | what to do |
            | --- | --- | --- | --- |

            """);
        foreach (var code in Enum.GetValues<ErrorCode>())
        {
            var (status, title, remedy) = ErrorCatalog.Describe(code);
            page.Append(CultureInfo.InvariantCulture, $"| `{System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString())}` | {status} | {title} | {remedy} |\n");
        }
        return page.ToString();
    }

    private static string Variable(string section, PropertyInfo property)
    {
        var isMap = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IDictionary<,>);
        var isList = property.PropertyType.IsGenericType && typeof(IEnumerable).IsAssignableFrom(property.PropertyType);
        return $"{section}:{property.Name}".ToUpperInvariant().Replace(":", "__") + (isMap ? "__name" : isList ? "__0" : "");
    }

    private static string Heading(string section, Type type) => type == typeof(Agent.Models.ModelsOptions) ? $"{section} (models)" : section;

    private static string Choices(Type type) => type.IsEnum ? $" One of {string.Join(", ", Enum.GetNames(type).Select(name => $"`{name}`"))}." : "";

    private static string Show(object? value) => value switch
    {
        null or "" or ICollection { Count: 0 } => "",
        bool flag => flag ? "`true`" : "`false`",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };
}
