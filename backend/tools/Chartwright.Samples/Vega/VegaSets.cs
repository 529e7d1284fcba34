namespace Chartwright.Samples.Vega;

/// <summary>One table converted from a file of the npm package vega-datasets 3.2.1.</summary>
/// <param name="Source">File in the package's data folder.</param>
/// <param name="Select">The conversion; <c>{0}</c> stands for the file as an SQL literal.</param>
internal sealed record VegaTable(string Dataset, string Name, string Source, string Select);

internal static class VegaSets
{
    public static IReadOnlyList<VegaTable> All { get; } =
    [
        // two-digit years were widened to the wrong century: nothing was released after 2011, yet 22 rows say so
        new("movies", "movies", "movies.json", """
            SELECT "Title"->>'$' AS title, "US Gross" AS us_gross, "Worldwide Gross" AS worldwide_gross, "US DVD Sales" AS us_dvd_sales,
                   "Production Budget" AS production_budget,
                   CAST(CASE WHEN released >= '2013-01-01' THEN released - INTERVAL 100 YEAR ELSE released END AS DATE) AS release_date,
                   "MPAA Rating" AS mpaa_rating, CAST("Running Time min" AS INTEGER) AS running_time, "Distributor" AS distributor,
                   "Source" AS source, "Major Genre" AS major_genre, "Creative Type" AS creative_type, "Director" AS director,
                   CAST("Rotten Tomatoes Rating" AS INTEGER) AS rotten_tomatoes_rating, "IMDB Rating" AS imdb_rating,
                   CAST("IMDB Votes" AS INTEGER) AS imdb_votes
            FROM (SELECT *, strptime("Release Date", '%b %d %Y') AS released FROM read_json({0}))
            """),
        new("cars", "cars", "cars.json", """
            SELECT "Name" AS name, "Miles_per_Gallon" AS miles_per_gallon, CAST("Cylinders" AS INTEGER) AS cylinders, "Displacement" AS displacement,
                   CAST("Horsepower" AS INTEGER) AS horsepower, CAST("Weight_in_lbs" AS INTEGER) AS weight, "Acceleration" AS acceleration,
                   CAST(year("Year") AS INTEGER) AS model_year, "Origin" AS origin
            FROM read_json({0})
            """),
        new("seattle_weather", "seattle_weather", "seattle-weather.csv", """
            SELECT CAST(date AS DATE) AS date, precipitation, temp_max, temp_min, wind, weather FROM read_csv({0})
            """),
        new("stocks", "stocks", "stocks.csv", """
            SELECT symbol, CAST(strptime(date, '%b %-d %Y') AS DATE) AS date, price FROM read_csv({0})
            """),
        new("gapminder", "gapminder", "gapminder.json", """
            SELECT CAST(year AS INTEGER) AS year, country,
                   ['South Asia', 'Europe & Central Asia', 'Sub-Saharan Africa', 'Americas', 'East Asia & Pacific', 'Middle East & North Africa'][cluster + 1] AS world_region,
                   pop AS population, life_expect AS life_expectancy, fertility AS fertility_rate
            FROM read_json({0})
            """),
        new("co2", "co2_concentration", "co2-concentration.csv", """
            SELECT CAST("Date" AS DATE) AS date, "CO2" AS co2, "adjusted CO2" AS co2_adjusted FROM read_csv({0})
            """),
        // the file repeats each year's total as a kind of its own, which every sum would count twice
        new("disasters", "disasters", "disasters.csv", """
            SELECT CAST("Year" AS INTEGER) AS year, "Entity" AS disaster_type, "Deaths" AS deaths FROM read_csv({0}) WHERE "Entity" <> 'All natural disasters'
            """),
        new("iowa_electricity", "iowa_electricity", "iowa-electricity.csv", """
            SELECT CAST(year(year) AS INTEGER) AS year, source AS energy_source, net_generation FROM read_csv({0})
            """),
        new("penguins", "penguins", "penguins.json", """
            SELECT "Species" AS species, "Island" AS island, "Beak Length (mm)" AS beak_length, "Beak Depth (mm)" AS beak_depth,
                   CAST("Flipper Length (mm)" AS INTEGER) AS flipper_length, CAST("Body Mass (g)" AS INTEGER) AS body_mass,
                   CASE "Sex" WHEN 'MALE' THEN 'Male' WHEN 'FEMALE' THEN 'Female' END AS sex
            FROM read_json({0})
            """),
        new("unemployment", "unemployment", "unemployment-across-industries.json", """
            SELECT make_date(year, month, 1) AS date, series AS industry, CAST(count AS INTEGER) AS unemployed, rate AS unemployment_rate FROM read_json({0})
            """),
    ];
}
