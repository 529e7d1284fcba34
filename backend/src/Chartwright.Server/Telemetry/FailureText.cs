using System.Data.Common;
using System.Net.Sockets;
using System.Text;

namespace Chartwright.Server.Telemetry;

/// <summary>A failure for the log: types and stack, and the message only of failures of the machine. Other messages may quote rows, SQL or questions.</summary>
internal static class FailureText
{
    public static string Of(Exception failure)
    {
        var text = new StringBuilder();
        for (var current = failure; current is not null; current = current.InnerException)
        {
            if (text.Length > 0) text.Append(" <- ");
            text.Append(current.GetType().FullName);
            if (current is IOException or UnauthorizedAccessException or SocketException or HttpRequestException or DbException) text.Append(": ").Append(current.Message.ReplaceLineEndings(" "));
        }
        return text.AppendLine().Append(failure.StackTrace).ToString();
    }
}
