CREATE TABLE "students" ("student_id" BIGINT, "student_name" VARCHAR, "country" VARCHAR, "age" BIGINT, "study_year" BIGINT);
COPY "students" FROM 'students.csv' (HEADER, NULLSTR '');
CREATE TABLE "courses" ("course_id" BIGINT, "course_title" VARCHAR, "faculty" VARCHAR, "credits" BIGINT);
COPY "courses" FROM 'courses.csv' (HEADER, NULLSTR '');
CREATE TABLE "enrolments" ("student_id" BIGINT, "course_id" BIGINT, "enrolled_on" DATE, "grade" BIGINT);
COPY "enrolments" FROM 'enrolments.csv' (HEADER, NULLSTR '');
