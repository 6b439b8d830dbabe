-- What a run has asked somebody in a conversation and waits for a yes to. One a person and run: the next sentence decides.

create table workflow_execution_questions (
  execution_id bigint not null references workflow_executions (id) on delete cascade,
  user_id bigint not null references users (id) on delete cascade,
  question jsonb not null,
  -- Of the execution when it was asked: a yes to a run that has changed since could mean something else.
  version integer not null,
  asked_at timestamptz not null,
  primary key (execution_id, user_id)
);
create index idx_workflow_execution_questions_user on workflow_execution_questions (user_id);
