using System.Text.Json;
using Chartwright.Core.Ids;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Chartwright.Server.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Chartwright.Server.Contracts;

/// <summary>The description of the API at <c>/openapi/v1.json</c>, made from the routes and types themselves.</summary>
internal static class OpenApiSetup
{
    public const string Document = "v1";

    public static void AddChartwrightOpenApi(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Chartwright", Version = Document, Description = "Ask your data, get a live interactive chart." };
            document.Servers = null; // the same for every address
            foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
                if (schema is OpenApiSchema component) DescribeComponent(name, component);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeErrorsAsync);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            DescribeOwnTypes(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    });

    /// <summary>Every route may answer with a problem.</summary>
    private static async Task DescribeErrorsAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, cancellationToken);
        context.Document?.AddComponent(nameof(ApiProblem), schema);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Problem",
            Content = new Dictionary<string, OpenApiMediaType> { [ApiProblem.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(ApiProblem), context.Document) } },
        };
    }

    /// <summary>Types whose converter hides their shape from the exporter.</summary>
    private static void DescribeOwnTypes(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var canBeNull = plain != type ? JsonSchemaType.Null : 0;
        if (plain.GetInterfaces().Any(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IId<>)))
        {
            schema.Type = JsonSchemaType.String | canBeNull;
            schema.Format = "uuid";
        }
        else if (plain == typeof(RawJson))
        {
            schema.Type = JsonSchemaType.Array | canBeNull;
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema() };
        }
        else if (plain == typeof(JsonElement))
        {
            schema.Type = null;
        }
        else if (plain.IsEnum)
        {
            schema.Type = JsonSchemaType.String | canBeNull;
        }
        else if (typeof(QueryParams).IsAssignableFrom(plain) || plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            schema.AdditionalProperties ??= new OpenApiSchema(); // a map of anything is said aloud: else it reads as an object without fields
        }
    }

    /// <summary>Whether a value may be null is said where it is used; an answer always has all of its fields.</summary>
    private static void DescribeComponent(string name, OpenApiSchema schema)
    {
        if (schema.Type is { } type && type != JsonSchemaType.Null) schema.Type = type & ~JsonSchemaType.Null;
        if (schema.Enum is { } values) schema.Enum = [.. values.Where(value => value is not null && value.GetValueKind() is not JsonValueKind.Null)];
        if (schema.Properties is null || name.EndsWith("Request", StringComparison.Ordinal) || name.EndsWith("Input", StringComparison.Ordinal)) return;
        schema.Required = new SortedSet<string>(schema.Properties.Keys, StringComparer.Ordinal);
    }
}
