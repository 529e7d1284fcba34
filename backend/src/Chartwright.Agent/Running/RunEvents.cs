using System.Text.Json;
using System.Threading.Channels;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;

namespace Chartwright.Agent.Running;

/// <summary>Where a run writes its events. Thread-safe: tool calls of one step write side by side.</summary>
internal sealed class RunEvents(ChannelWriter<ChatEvent> writer)
{
    private ChatStage? _stage;

    /// <summary>What the run is doing, as errors name it.</summary>
    public string Stage => JsonNamingPolicy.SnakeCaseLower.ConvertName((_stage ?? ChatStage.Thinking).ToString());

    public void Emit(ChatEvent next) => writer.TryWrite(next); // unbounded: fails only once the run is over

    public void EnterStage(ChatStage stage, string label)
    {
        _stage = stage;
        Emit(new StageEvent(stage, label));
    }

    public void EmitError(ErrorCode code, string message, bool retryable, IReadOnlyDictionary<string, object?>? details = null) =>
        Emit(new ErrorEvent(message, Stage, code, retryable, details));

    public void EmitError(ChartwrightException error) => EmitError(error.Code, error.Message, error.Retryable, error.Details);
}
