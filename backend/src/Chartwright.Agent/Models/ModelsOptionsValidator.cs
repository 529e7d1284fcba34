using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Chartwright.Agent.Models;

/// <summary>Refuses a configuration that names models wrongly, in words for whoever wrote it.</summary>
internal sealed class ModelsOptionsValidator : IValidateOptions<ModelsOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelsOptions options)
    {
        var problems = new List<string>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { AgentServices.BuiltinModel };
        for (var index = 0; index < options.Models.Count; index++)
        {
            var model = options.Models[index];
            var place = $"Chartwright:Models:{index}";
            if (model.Kind == ModelKind.Builtin)
            {
                model.Name = AgentServices.BuiltinModel; // there is one, whatever it is called
                continue;
            }
            if (string.IsNullOrWhiteSpace(model.Name))
                problems.Add($"{place}:Name is missing.");
            else if (!names.Add(model.Name))
                problems.Add($"{place}:Name {model.Name} is taken.");
            if (!string.IsNullOrWhiteSpace(model.BaseUrl) &&
                !(Uri.TryCreate(model.BaseUrl.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            {
                problems.Add($"{place}:BaseUrl is no http or https address.");
            }
            var results = new List<ValidationResult>();
            if (!Validator.TryValidateObject(model, new(model), results, validateAllProperties: true))
                problems.AddRange(results.Select(result => $"{place}: {result.ErrorMessage}"));
        }
        if (!string.IsNullOrWhiteSpace(options.DefaultModel) && !names.Contains(options.DefaultModel))
            problems.Add($"Chartwright:DefaultModel {options.DefaultModel} is no configured model.");
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
