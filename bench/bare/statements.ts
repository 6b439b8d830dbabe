/** A statement under the name by which the server keeps it prepared. */
export interface Statement {
  readonly name: string
  readonly text: string
}

const columns = `w.id, w.name, w.description, w.status, w.is_template, w.visibility, w.created_by, w.created_at, w.updated_at,
  w.project_id, w.theme_id, w.estimated_duration, w.difficulty_level, w.has_multiple_outcomes, w.category, w.tags,
  w.default_locale, w.step_count, w.revision`

/** The newest 50 that a person may read: their own, public ones and those shared with them, each found by an index. */
export const list: Statement = {
  name: 'list',
  text: `with newest as (
      (select id, updated_at from workflows where deleted_at is null and created_by = $1
        order by updated_at desc, id desc limit 50)
      union
      (select id, updated_at from workflows where deleted_at is null and visibility = 'public'
        order by updated_at desc, id desc limit 50)
      union
      (select w.id, w.updated_at from workflow_shares s join workflows w on w.id = s.workflow_id
        where s.user_id = $1 and w.deleted_at is null and w.visibility = 'shared'
        order by w.updated_at desc, w.id desc limit 50)
      order by updated_at desc, id desc limit 50)
    select ${columns},
      case when w.created_by = $1 then '{read,execute,duplicate,edit,delete,share,publish}'::text[]
        else '{read,execute,duplicate}'::text[] end as permissions
    from newest join workflows w on w.id = newest.id
    order by newest.updated_at desc, newest.id desc`,
}

export const details: Statement = {
  name: 'details',
  text: `select ${columns}, c.content from workflows w join workflow_contents c on c.content_hash = w.content_hash
    where w.id = $1 and w.deleted_at is null`,
}

export const lockExecution: Statement = {
  name: 'lock',
  text: 'select id, workflow_id, version, state from bare.workflow_executions where id = $1 for update',
}

export const completeStep: Statement = {
  name: 'complete',
  text: `with moved as (
      update bare.workflow_executions
      set version = $2, state = $3, completed_steps = completed_steps + 1, updated_at = now()
      where id = $1 returning id, workflow_id, workshop_id),
    history as (
      insert into bare.workflow_navigation_history (workshop_id, execution_id, sequence, action_type, events)
      select workshop_id, id, $2::int, 'complete', $4::jsonb from moved)
    insert into bare.outbox (type, subject, workshop_id, workflow_id, execution_id, execution_version, data)
    select 'hidesync.step.completed', 'executions/' || id, workshop_id, workflow_id, id, $2::int, $5::jsonb from moved`,
}
