-- Saving whole graphs and their parts.
select 1;
