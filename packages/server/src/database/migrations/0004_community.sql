-- Sharing, ratings, comments, proposals and copies.
select 1;
