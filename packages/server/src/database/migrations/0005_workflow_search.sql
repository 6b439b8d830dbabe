-- Finding workflows, and statistics of their executions.
select 1;
