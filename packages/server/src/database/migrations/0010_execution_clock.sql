-- What time brings about: timers, time-outs and pauses of what is idle.

alter table workflow_navigation_history drop constraint workflow_navigation_history_action_type_check;
alter table workflow_navigation_history add constraint workflow_navigation_history_action_type_check check (action_type in (
  'start', 'navigate', 'complete', 'decide', 'skip', 'fail', 'undo', 'pause', 'resume', 'cancel', 'time_out', 'set_variables',
  'select_outcome', 'note', 'move', 'start_timer', 'pause_timer', 'resume_timer', 'extend_timer', 'stop_timer'));

-- The timers of the state, so that lists need not read whole states; they can't disagree.
alter table workflow_executions add column timers jsonb generated always as (state->'timers') stored;
create index idx_workflow_execution_timers on workflow_executions (started_by)
  where timers is not null and status in ('active', 'paused', 'timeout');

-- When the clock has something to look at, as the last command left it.
alter table workflow_executions add column due_at timestamptz;
update workflow_executions set due_at = now() where status = 'active';
create index idx_workflow_execution_due on workflow_executions (due_at) where due_at is not null;

-- Minutes without pauses and waiting after which an execution times out; null: the installation's limit. Executions keep that of their start.
alter table workflows add column time_limit double precision
  constraint workflows_time_limit_check check (time_limit >= 1 and time_limit <= 86400);
alter table workflow_executions add column time_limit double precision
  constraint workflow_executions_time_limit_check check (time_limit >= 1 and time_limit <= 86400);
