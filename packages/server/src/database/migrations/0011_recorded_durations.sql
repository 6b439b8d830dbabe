-- How long steps took, so that what is expected of a run is learned from others: counts of records in buckets, kept with what
-- changes them.

-- What a pass was counted as, so that exactly that can be taken back; all null where it wasn't counted. See `recordedDuration`.
alter table workflow_step_executions
  add column duration_bucket smallint check (duration_bucket between 0 and 178),
  add column duration_option_id bigint,
  add column duration_user_id bigint;

create table workflow_step_durations (
  workflow_id bigint not null references workflows (id) on delete cascade,
  -- Whose they are; null: everybody's, each person's included.
  user_id bigint references users (id) on delete cascade,
  step_id bigint not null references workflow_steps (id) on delete cascade,
  -- The option that a decision took; it may be gone by now.
  option_id bigint,
  -- Bucket b is about 2^(b/8) seconds; see `bucketOf`.
  bucket smallint not null check (bucket between 0 and 178),
  count integer not null check (count >= 0),
  constraint workflow_step_durations_key unique nulls not distinct (workflow_id, user_id, step_id, option_id, bucket)
);
create index idx_workflow_step_duration_step on workflow_step_durations (step_id);
create index idx_workflow_step_duration_user on workflow_step_durations (user_id) where user_id is not null;

-- Adds a pass to what it is counted in: everybody's count before the person's, so that two commands cannot lock each other out.
create function count_step_duration(pass workflow_step_executions) returns void language plpgsql as $$
declare
  whose bigint;
begin
  foreach whose in array array_remove(array[0, pass.duration_user_id], null) loop
    insert into workflow_step_durations as kept (workflow_id, user_id, step_id, option_id, bucket, count)
    select s.workflow_id, nullif(whose, 0), s.id, pass.duration_option_id, pass.duration_bucket, 1
    from workflow_steps s where s.id = pass.step_id
    on conflict on constraint workflow_step_durations_key do update set count = kept.count + 1;
  end loop;
end $$;

-- Takes it back, in the same order. What is gone with its person or its workflow has nothing left to take back.
create function uncount_step_duration(pass workflow_step_executions) returns void language plpgsql as $$
declare
  workflow bigint := (select s.workflow_id from workflow_steps s where s.id = pass.step_id);
begin
  update workflow_step_durations d set count = d.count - 1
  where d.workflow_id = workflow and d.user_id is null and d.step_id = pass.step_id
    and d.option_id is not distinct from pass.duration_option_id and d.bucket = pass.duration_bucket;
  update workflow_step_durations d set count = d.count - 1
  where d.workflow_id = workflow and d.user_id = pass.duration_user_id and d.step_id = pass.step_id
    and d.option_id is not distinct from pass.duration_option_id and d.bucket = pass.duration_bucket;
end $$;

create function keep_step_durations() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.duration_bucket is not null then perform uncount_step_duration(old); end if;
  if tg_op <> 'DELETE' and new.duration_bucket is not null then perform count_step_duration(new); end if;
  return null;
end $$;
create trigger step_durations_on_insert after insert on workflow_step_executions
  for each row when (new.duration_bucket is not null) execute function keep_step_durations();
create trigger step_durations_on_update after update on workflow_step_executions
  for each row when ((old.duration_bucket, old.duration_option_id, old.duration_user_id)
    is distinct from (new.duration_bucket, new.duration_option_id, new.duration_user_id))
  execute function keep_step_durations();
create trigger step_durations_on_delete after delete on workflow_step_executions
  for each row when (old.duration_bucket is not null) execute function keep_step_durations();

-- What was done before counts, too.
update workflow_step_executions s set
  duration_bucket = least(178, greatest(0, round(8 * ln(s.actual_duration * 60) / ln(2::double precision)))),
  duration_option_id = case when h.action_type = 'decide' then (h.action_data->>'decision_option_id')::bigint end,
  duration_user_id = h.actor_id
from workflow_navigation_history h, workflow_steps w
where h.execution_id = s.execution_id and h.step_id = s.step_id and h."timestamp" = s.completed_at
  and h.action_type in ('complete', 'decide') and w.id = s.step_id
  and s.status = 'completed' and s.actual_duration > 0
  and not (w.step_type = 'time' and coalesce(s.step_data->'override' = 'true', false));
