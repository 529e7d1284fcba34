CREATE TABLE "plants" ("plant_id" BIGINT, "plant_name" VARCHAR, "fuel" VARCHAR, "capacity_mw" BIGINT, "commissioned_year" BIGINT);
COPY "plants" FROM 'plants.csv' (HEADER, NULLSTR '');
CREATE TABLE "generation" ("plant_id" BIGINT, "month" DATE, "energy_mwh" DOUBLE, "price_eur" DOUBLE, "downtime_hours" BIGINT);
COPY "generation" FROM 'generation.csv' (HEADER, NULLSTR '');
