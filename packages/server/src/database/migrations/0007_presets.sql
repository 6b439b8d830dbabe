-- Importing and exporting.
select 1;
