-- What lists show of a workflow beside its own fields, kept up to date by whatever changes it.
alter table workflows
  -- Languages beside the default one that texts exist in.
  add column locales text[] not null default '{}',
  add column rating_average double precision check (rating_average between 1 and 5),
  add column rating_count integer not null default 0 check (rating_count >= 0),
  add column comment_count integer not null default 0 check (comment_count >= 0),
  add column copy_count integer not null default 0 check (copy_count >= 0),
  add column execution_count integer not null default 0 check (execution_count >= 0),
  -- {workflow_id, name, revision} of the original at the moment of copying; `copied_from_workflow_id` goes when that does.
  add column copied_from jsonb,
  add constraint workflows_ratings_check check ((rating_count = 0) = (rating_average is null));
