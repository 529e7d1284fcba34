using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chartwright.Core.Queries;

namespace Chartwright.Query.Results;

/// <summary>Names results: 32 hex digits of SHA-256 over normalised SQL, the values it binds, limit and data version.</summary>
internal static class CacheKeys
{
    public static string Of(string normalizedSql, QueryParams bound, int limit, string dataVersion)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, dataVersion);
        Append(hash, limit.ToString(CultureInfo.InvariantCulture));
        Append(hash, normalizedSql);
        foreach (var (name, value) in bound.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Append(hash, name);
            Append(hash, JsonSerializer.Serialize(value));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    // the length goes first, so that no two lists of texts give the same bytes
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
