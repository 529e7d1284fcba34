namespace Chartwright.Samples.Retail;

internal sealed record Customer(int Id, string Name, string Segment, string City, DateOnly JoinedOn, int StoreId);

internal static class CustomerBase
{
    public const string Corporate = "Corporate";

    private const int Count = 1800;
    private static readonly DateOnly FirstJoin = new(2012, 1, 7);
    private static readonly DateOnly LastJoin = new(2017, 12, 16);
    private static readonly string[] Segments = ["Consumer", Corporate, "Home Office"];

    private static readonly string[] FirstNames =
    [
        "Ada", "Alan", "Amara", "Amir", "Anna", "Ben", "Bianca", "Carlos", "Chloe", "Clara", "Daniel", "Deepa", "Diego", "Elena", "Elias", "Emma",
        "Ethan", "Farah", "Felix", "Grace", "Hannah", "Hugo", "Ines", "Isaac", "Ivy", "Jack", "Jada", "James", "Jonas", "Julia", "Kai", "Karen",
        "Leah", "Leo", "Lin", "Lucas", "Maria", "Marcus", "Mei", "Mila", "Nadia", "Nathan", "Nina", "Noah", "Olga", "Omar", "Priya", "Quinn",
        "Rachel", "Ravi", "Rosa", "Ruth", "Samuel", "Sara", "Sofia", "Tara", "Theo", "Tomas", "Victor", "Wendy", "Yara", "Yusuf", "Zoe", "Zachary",
    ];

    private static readonly string[] LastNames =
    [
        "Abbott", "Alvarez", "Andersen", "Baker", "Banerjee", "Bell", "Brooks", "Carter", "Chen", "Cohen", "Cruz", "Davies", "Diaz", "Edwards", "Evans",
        "Fischer", "Fletcher", "Garcia", "Gibson", "Gray", "Hall", "Haddad", "Hernandez", "Hughes", "Ito", "Jackson", "Jensen", "Johnson", "Kaur", "Kelly",
        "Khan", "Kim", "Kowalski", "Lee", "Lewis", "Lopez", "Martin", "Mbeki", "Mehta", "Miller", "Moore", "Nguyen", "Novak", "Okafor", "Olsen", "Ortiz",
        "Park", "Patel", "Perez", "Peterson", "Reed", "Rivera", "Rossi", "Santos", "Schmidt", "Scott", "Silva", "Smith", "Taylor", "Thompson", "Turner",
        "Walker", "Weber", "White", "Williams", "Wilson", "Wong", "Wright", "Yamada", "Young", "Zhang",
    ];

    /// <summary>Customers in the order they joined; ids count up from 1001 in that order.</summary>
    public static IReadOnlyList<Customer> Generate(Dice dice)
    {
        var days = new List<int>();
        for (var index = 0; index < Count; index++) days.Add(dice.Between(0, LastJoin.DayNumber - FirstJoin.DayNumber));
        days.Sort();

        var customers = new List<Customer>();
        foreach (var day in days)
        {
            var joinedOn = FirstJoin.AddDays(day);
            var open = StoreList.All.Where(store => store.OpenedOn <= joinedOn).ToArray();
            var store = open[dice.Weighted(open.Select(candidate => candidate.Volume).ToArray())];
            customers.Add(new(
                1001 + customers.Count, $"{dice.Pick(FirstNames)} {dice.Pick(LastNames)}", Segments[dice.Weighted([52, 30, 18])],
                store.Cities[dice.Weighted([6, 3, 1])], joinedOn, store.Id));
        }
        return customers;
    }

    public static SampleTable ToTable(IReadOnlyList<Customer> customers) => new(
        "customers",
        [("customer_id", "INTEGER"), ("customer_name", "VARCHAR"), ("segment", "VARCHAR"), ("city", "VARCHAR"), ("joined_on", "DATE")],
        [.. customers.Select(customer => new[]
        {
            Cells.Text(customer.Id), customer.Name, customer.Segment, customer.City, Cells.Text(customer.JoinedOn),
        })]);
}
