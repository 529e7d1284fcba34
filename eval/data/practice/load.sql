CREATE TABLE "doctors" ("doctor_id" BIGINT, "doctor_name" VARCHAR, "specialty" VARCHAR, "years_experience" BIGINT);
COPY "doctors" FROM 'doctors.csv' (HEADER, NULLSTR '');
CREATE TABLE "patients" ("patient_id" BIGINT, "patient_name" VARCHAR, "sex" VARCHAR, "date_of_birth" DATE, "insurance" VARCHAR);
COPY "patients" FROM 'patients.csv' (HEADER, NULLSTR '');
CREATE TABLE "visits" ("visit_id" BIGINT, "patient_id" BIGINT, "doctor_id" BIGINT, "visit_date" DATE, "duration_min" BIGINT, "diagnosis" VARCHAR, "cost" DOUBLE, "satisfaction_rating" BIGINT, "status" VARCHAR);
COPY "visits" FROM 'visits.csv' (HEADER, NULLSTR '');
