CREATE TABLE "departments" ("department_id" BIGINT, "department_name" VARCHAR, "location" VARCHAR, "budget" BIGINT);
COPY "departments" FROM 'departments.csv' (HEADER, NULLSTR '');
CREATE TABLE "employees" ("employee_id" BIGINT, "employee_name" VARCHAR, "department_id" BIGINT, "job_title" VARCHAR, "salary" BIGINT, "birth_date" DATE, "hired_on" DATE, "contract" VARCHAR);
COPY "employees" FROM 'employees.csv' (HEADER, NULLSTR '');
CREATE TABLE "leaves" ("leave_id" BIGINT, "employee_id" BIGINT, "leave_type" VARCHAR, "start_date" DATE, "days" BIGINT);
COPY "leaves" FROM 'leaves.csv' (HEADER, NULLSTR '');
