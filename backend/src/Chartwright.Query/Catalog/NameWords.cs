using System.Text;

namespace Chartwright.Query.Catalog;

/// <summary>Takes a column or table name apart: <c>CustomerID</c>, <c>customer_id</c> and <c>customer id</c> are the same two words.</summary>
internal static class NameWords
{
    /// <returns>Lower-case words; never empty.</returns>
    public static IReadOnlyList<string> Split(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            if (!char.IsLetterOrDigit(name[index])) Close();
            else
            {
                if (StartsWord(name, index)) Close();
                word.Append(char.ToLowerInvariant(name[index]));
            }
        }
        Close();
        return words.Count > 0 ? words : [""];

        void Close()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    // "orderDate" has a border before D; "StuID" before I; "IDNumber" before N
    private static bool StartsWord(string name, int index) =>
        index > 0 && char.IsUpper(name[index])
        && (char.IsLower(name[index - 1]) || char.IsUpper(name[index - 1]) && index + 1 < name.Length && char.IsLower(name[index + 1]));

    /// <summary>The plain form of an English plural, near enough to compare names: stores, categories, boxes.</summary>
    public static string Singular(string word) => word switch
    {
        [.., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
        [.., 's' or 'x' or 'h', 'e', 's'] when word.Length > 4 => word[..^2],
        [.., 's', 's'] => word,
        [.., 's'] when word.Length > 3 => word[..^1],
        _ => word,
    };
}
