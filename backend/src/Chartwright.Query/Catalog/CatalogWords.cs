using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;

namespace Chartwright.Query.Catalog;

/// <inheritdoc/>
internal sealed class CatalogWords(DatasetCatalog catalog, WordStore store) : ICatalogWords, IDisposable
{
    private const int MaxDescription = 1000;
    private const int MaxSynonyms = 50;
    private const int MaxWord = 100;

    private readonly SemaphoreSlim _saving = new(1, 1);

    /// <inheritdoc/>
    public async Task<CatalogTable?> DescribeTableAsync(string table, TableWords words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        var clean = words with { Description = Sentence(words.Description), Synonyms = Words(words.Synonyms) };
        return await SaveAsync(table, kept => kept with { Table = clean }, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CatalogTable?> DescribeColumnAsync(string table, string column, ColumnWords words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        if ((await catalog.GetAsync(cancellationToken)).FindTable(table)?.FindColumn(column) is not { } found) return null;
        var clean = new ColumnWords(Sentence(words.Description), Word(words.Unit), Words(words.Synonyms));
        return await SaveAsync(table, kept => kept with { Columns = new Dictionary<string, ColumnWords>(kept.Columns ?? new Dictionary<string, ColumnWords>()) { [found.Name] = clean } }, cancellationToken);
    }

    public void Dispose() => _saving.Dispose();

    private async Task<CatalogTable?> SaveAsync(string table, Func<KeptWords, KeptWords> change, CancellationToken cancellationToken)
    {
        if ((await catalog.GetAsync(cancellationToken)).FindTable(table) is not { } found) return null;
        await _saving.WaitAsync(cancellationToken);
        try
        {
            await store.SaveAsync(found.Name, change(await store.GetAsync(found.Name, cancellationToken)), cancellationToken);
            await catalog.ReloadAsync(CancellationToken.None);
        }
        finally
        {
            _saving.Release();
        }
        return (await catalog.GetAsync(cancellationToken)).FindTable(found.Name);
    }

    private static string Sentence(string text) => text.Trim() is { Length: <= MaxDescription } plain ? OneLine(plain) : throw Invalid($"A description has {MaxDescription:N0} characters at most.");

    private static string Word(string text) => text.Trim() is { Length: <= MaxWord } plain ? OneLine(plain) : throw Invalid($"A word has {MaxWord} characters at most.");

    private static string[] Words(IReadOnlyList<string> words) =>
        words.Count <= MaxSynonyms ? [.. words.Select(Word).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)] : throw Invalid($"There are {MaxSynonyms} synonyms at most.");

    // they stand in prompts and lists, where a line is one thing
    private static string OneLine(string text) => new([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);

    private static ChartwrightException Invalid(string message) => new(ErrorCode.InvalidRequest, message);
}
