namespace Chartwright.Samples.Retail;

/// <param name="PriceCents">List price of 2017.</param>
/// <param name="Popularity">Share of the lines within its sub-category, in no unit.</param>
internal sealed record Product(int Id, string Name, Range Range, int PriceCents, int CostCents, int Popularity);

/// <summary>A sub-category: what it is made of and how it sells.</summary>
/// <param name="MarginPercent">Of the list price.</param>
/// <param name="Demand">Share of the lines within its category, in no unit.</param>
internal sealed record Range(
    string Category, string SubCategory, int LowCents, int HighCents, int MarginPercent, int Demand, int MaxQuantity, string[] Kinds);

internal static class ProductRange
{
    public const string Furniture = "Furniture";
    public const string Office = "Office Supplies";
    public const string Technology = "Technology";

    private static readonly string[] FurnitureBrands = ["Halden", "Oakridge", "Norvik", "Bramble & Co"];
    private static readonly string[] OfficeBrands = ["Papyra", "Quillmark", "Stackwell", "Tidewater"];
    private static readonly string[] TechnologyBrands = ["Lumora", "Vantro", "Kestrel", "Ondavia"];

    public static IReadOnlyList<Range> Ranges { get; } =
    [
        new(Furniture, "Bookcases", 8900, 34900, 28, 14, 3, ["2-Shelf Bookcase", "Tall Bookcase", "Corner Bookcase"]),
        new(Furniture, "Chairs", 7900, 42900, 33, 34, 4, ["Task Chair", "Mesh Chair", "Executive Chair", "Stool"]),
        new(Furniture, "Desks", 14900, 59900, 27, 16, 2, ["Writing Desk", "Standing Desk", "L-Shaped Desk"]),
        new(Furniture, "Tables", 11900, 64900, 17, 12, 2, ["Meeting Table", "Side Table", "Folding Table"]),
        new(Furniture, "Lighting", 2400, 11900, 42, 24, 4, ["Desk Lamp", "Floor Lamp", "Clip Lamp"]),
        new(Office, "Paper", 499, 4999, 44, 30, 12, ["Copy Paper, Case", "Photo Paper", "Sketch Pad", "Sticky Notes, 24-Pack"]),
        new(Office, "Binders", 349, 2899, 46, 22, 10, ["Ring Binder", "Presentation Binder", "Index Dividers"]),
        new(Office, "Writing", 299, 3499, 52, 20, 12, ["Gel Pens, 12-Pack", "Fineliners", "Highlighters", "Fountain Pen"]),
        new(Office, "Storage", 1299, 15900, 31, 14, 4, ["Filing Cabinet", "Storage Box", "Drawer Unit"]),
        new(Office, "Labels & Envelopes", 399, 2499, 48, 14, 10, ["Address Labels", "Window Envelopes", "Padded Mailers"]),
        new(Technology, "Phones", 9900, 79900, 19, 20, 2, ["Smartphone", "Smartphone Max", "Conference Phone"]),
        new(Technology, "Laptops", 44900, 149900, 14, 10, 2, ["Laptop 13", "Laptop 15", "Convertible"]),
        new(Technology, "Monitors", 12900, 54900, 21, 18, 2, ["24-Inch Monitor", "27-Inch Monitor", "Wide Monitor"]),
        new(Technology, "Printers", 8900, 39900, 16, 12, 2, ["Inkjet Printer", "Laser Printer", "Label Printer"]),
        new(Technology, "Accessories", 1499, 17900, 37, 40, 4, ["Wireless Mouse", "Mechanical Keyboard", "Headset", "Webcam"]),
    ];

    public static IReadOnlyList<Product> Generate(Dice dice)
    {
        var products = new List<Product>();
        foreach (var range in Ranges)
        {
            foreach (var kind in range.Kinds)
            {
                foreach (var brand in BrandsOf(range.Category))
                {
                    var price = dice.Between(range.LowCents, range.HighCents) / 100 * 100 + 99;
                    var cost = price * (100 - range.MarginPercent - dice.Between(-4, 4)) / 100;
                    products.Add(new(products.Count + 1, $"{brand} {kind}", range, price, cost, dice.Between(2, 12)));
                }
            }
        }
        return products;
    }

    public static SampleTable ToTable(IReadOnlyList<Product> products) => new(
        "products",
        [
            ("product_id", "INTEGER"), ("product_name", "VARCHAR"), ("category", "VARCHAR"), ("sub_category", "VARCHAR"),
            ("brand", "VARCHAR"), ("list_price", "DECIMAL(10,2)"), ("unit_cost", "DECIMAL(10,2)"),
        ],
        [.. products.Select(product => new[]
        {
            Cells.Text(product.Id), product.Name, product.Range.Category, product.Range.SubCategory,
            BrandsOf(product.Range.Category).First(brand => product.Name.StartsWith(brand, StringComparison.Ordinal)),
            Cells.Hundredths(product.PriceCents), Cells.Hundredths(product.CostCents),
        })]);

    private static string[] BrandsOf(string category) => category switch
    {
        Furniture => FurnitureBrands,
        Office => OfficeBrands,
        _ => TechnologyBrands,
    };
}
