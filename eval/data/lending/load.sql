CREATE TABLE "books" ("book_id" BIGINT, "title" VARCHAR, "author" VARCHAR, "genre" VARCHAR, "published_year" BIGINT, "pages" BIGINT, "language" VARCHAR);
COPY "books" FROM 'books.csv' (HEADER, NULLSTR '');
CREATE TABLE "members" ("member_id" BIGINT, "member_name" VARCHAR, "city" VARCHAR, "category" VARCHAR, "joined" DATE);
COPY "members" FROM 'members.csv' (HEADER, NULLSTR '');
CREATE TABLE "loans" ("loan_id" BIGINT, "book_id" BIGINT, "member_id" BIGINT, "loaned_on" DATE, "returned_on" DATE, "fine" DOUBLE);
COPY "loans" FROM 'loans.csv' (HEADER, NULLSTR '');
