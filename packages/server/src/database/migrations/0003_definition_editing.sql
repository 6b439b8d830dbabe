-- Saving whole graphs and their parts.

-- Which content a workflow had from which version (its ETag) on: a change that was decided on an older version can then be told
-- what differs. Kept for a while only.
create table workflow_versions (
  workflow_id bigint not null references workflows (id) on delete cascade,
  version integer not null,
  content_hash text not null references workflow_contents (content_hash),
  created_at timestamptz not null default now(),
  primary key (workflow_id, version)
);
create index idx_workflow_version_content on workflow_versions (content_hash);
create index idx_workflow_version_created on workflow_versions (created_at);

insert into workflow_versions (workflow_id, version, content_hash)
select id, version, content_hash from workflows;

create function keep_workflow_version() returns trigger language plpgsql as $$
begin
  insert into workflow_versions (workflow_id, version, content_hash)
  values (new.id, new.version, new.content_hash)
  on conflict (workflow_id, version) do update set content_hash = excluded.content_hash;
  return null;
end $$;
create trigger workflows_version_kept_on_insert after insert on workflows
  for each row execute function keep_workflow_version();
create trigger workflows_version_kept_on_update after update of content_hash on workflows
  for each row when (old.content_hash is distinct from new.content_hash) execute function keep_workflow_version();

-- A run may be moved to another revision.
alter table workflow_navigation_history drop constraint workflow_navigation_history_action_type_check;
alter table workflow_navigation_history add constraint workflow_navigation_history_action_type_check check (action_type in (
  'start', 'navigate', 'complete', 'decide', 'skip', 'fail', 'undo', 'pause', 'resume', 'cancel', 'time_out',
  'set_variables', 'select_outcome', 'note', 'move'
));
