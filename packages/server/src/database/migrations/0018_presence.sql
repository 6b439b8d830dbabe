-- On which devices a run is open. True for a minute at most, so that it need not outlive a crash of the database.
create unlogged table workflow_execution_presence (
  execution_id bigint not null references workflow_executions (id) on delete cascade,
  user_id bigint not null references users (id) on delete cascade,
  device_id uuid not null,
  device text not null check (device in ('phone', 'tablet', 'computer')),
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (execution_id, user_id, device_id)
);
create index idx_workflow_execution_presence_user on workflow_execution_presence (user_id);
create index idx_workflow_execution_presence_seen on workflow_execution_presence (seen_at);
