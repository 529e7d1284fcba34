CREATE TABLE "station_quarters" ("station" VARCHAR, "line" VARCHAR, "year" BIGINT, "quarter" BIGINT, "riders" BIGINT, "on_time_rate" DOUBLE, "incidents" BIGINT);
COPY "station_quarters" FROM 'station_quarters.csv' (HEADER, NULLSTR '');
