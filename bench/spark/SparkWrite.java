import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Spark by itself, in this process: reads lines "folder TAB sql", writes the rows as Parquet and answers with the milliseconds it took. */
class SparkWrite {
    public static void main(String[] arguments) throws Exception {
        try (var spark = SparkSession.builder().master("local[2]").appName("peer").config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate();
             var lines = new BufferedReader(new InputStreamReader(System.in))) {
            System.out.println("ready");
            for (String line; (line = lines.readLine()) != null; ) {
                var parts = line.split("\t", 2);
                var began = System.nanoTime();
                spark.sql(parts[1]).write().mode(SaveMode.ErrorIfExists).option("compression", "zstd").parquet(parts[0]);
                System.out.println((System.nanoTime() - began) / 1e6);
            }
        }
    }
}
